package cn.zhenrong.product;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A page of the maker's own about a style, as the resolver lists it. Also one row of `style_link`.
///
/// @param linkType name in the GS1 Web Vocabulary, such as `instructions`
/// @param language `ll` or `ll-CC` (BCP 47); null if it suits every reader
/// @param url `https`, ASCII
/// @param mediaType such as `text/html`; null if it is not known
public record StyleLink(
    long id,
    long styleId,
    String linkType,
    String title,
    @Nullable String language,
    String url,
    @Nullable String mediaType,
    long enteredBy,
    Instant createdAt) {}
