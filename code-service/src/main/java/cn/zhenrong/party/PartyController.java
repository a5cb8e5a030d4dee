package cn.zhenrong.party;

import cn.zhenrong.problem.Problem;
import cn.zhenrong.problem.ProblemKind;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// The register over HTTP, for the association; and who one is oneself.
@RestController
@RequestMapping("/api/v1")
class PartyController {
  private final Parties parties;
  private final Credentials credentials;

  PartyController(Parties parties, Credentials credentials) {
    this.parties = parties;
    this.credentials = credentials;
  }

  record PartyAnswer(
      String id,
      PartyKind kind,
      String name,
      String creditCode,
      String address,
      @Nullable String phone,
      @Nullable String gtinPrefix) {
    static PartyAnswer of(Party party) {
      return new PartyAnswer(
          party.id().toString(),
          party.kind(),
          party.name(),
          party.creditCode(),
          party.address(),
          party.phone(),
          party.gtinPrefix());
    }
  }

  record Me(String person, String name, Role role, PartyAnswer party) {}

  @GetMapping("/me")
  Me me(@AuthenticationPrincipal Caller caller) {
    Party party =
        parties.find(caller.partyId()).orElseThrow(() -> Problem.of(ProblemKind.NOT_FOUND));
    return new Me(
        caller.personId().toString(), caller.personName(), caller.role(), PartyAnswer.of(party));
  }

  @GetMapping("/parties")
  List<PartyAnswer> all(@AuthenticationPrincipal Caller caller) {
    caller.require(Role.ASSOCIATION);
    return parties.all().stream().map(PartyAnswer::of).toList();
  }

  @PostMapping("/parties")
  @ResponseStatus(HttpStatus.CREATED)
  PartyAnswer register(@AuthenticationPrincipal Caller caller, @RequestBody NewParty input) {
    caller.require(Role.ASSOCIATION);
    return PartyAnswer.of(parties.register(caller, input));
  }

  @PostMapping("/parties/{party}/people")
  @ResponseStatus(HttpStatus.CREATED)
  Map<String, String> addPerson(
      @AuthenticationPrincipal Caller caller,
      @PathVariable long party,
      @RequestBody NewPerson input) {
    caller.require(Role.ASSOCIATION);
    return Map.of("id", parties.addPerson(caller, new PartyId(party), input).toString());
  }

  /// The key is in this answer and nowhere else.
  @PostMapping("/people/{person}/keys")
  @ResponseStatus(HttpStatus.CREATED)
  Map<String, String> addKey(@AuthenticationPrincipal Caller caller, @PathVariable long person) {
    PersonId id = new PersonId(person);
    return Map.of("person", id.toString(), "key", credentials.newApiKey(caller, id));
  }

  /// Ends all keys of a person at once, as after a loss.
  @DeleteMapping("/people/{person}/keys")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void revokeKeys(@AuthenticationPrincipal Caller caller, @PathVariable long person) {
    credentials.revokeApiKeys(caller, new PersonId(person));
  }
}
