package cn.zhenrong.lookup;

import java.util.List;

/// What the resolver knows at one level of identification: of a single garment, or of all garments
/// of a GTIN (GS1-Conformant Resolver 1.2.1, 2.5.9).
///
/// @param anchor the identifier as an absolute URI on the public host
/// @param description what it is, in words
/// @param links the default link first
record Level(String anchor, String description, List<Link> links) {
  Level {
    links = List.copyOf(links);
  }

  List<Link> ofType(String type) {
    return links.stream().filter(link -> link.type().equals(type)).toList();
  }
}
