package cn.zhenrong.lookup;

import cn.zhenrong.code.PublicBase;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/// What this resolver is, for machines (GS1-Conformant Resolver 1.2.1, 3). Only key 01 is claimed.
@RestController
class ResolverDescription {
  private final byte[] description;

  ResolverDescription(PublicBase base, JsonMapper json) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("name", "真绒 Zhenrong");
    members.put("resolverRoot", base.origin());
    members.put("supportedPrimaryKeys", List.of("01"));
    Map<String, Object> vocabulary = new LinkedHashMap<>();
    vocabulary.put("namespace", LinkType.VOCABULARY);
    vocabulary.put("prefix", "gs1:");
    members.put("supportedLinkType", List.of(vocabulary));
    members.put("linkTypeDefaultCanBeLinkset", false);
    members.put("jsonLdContextLocation", Linkset.CONTEXT);
    members.put("contact", Map.of("fn", base.authority()));
    description = json.writeValueAsBytes(members);
  }

  @GetMapping("/.well-known/gs1resolver")
  ResponseEntity<byte[]> description() {
    return Documents.keepable(
        ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON), description);
  }
}
