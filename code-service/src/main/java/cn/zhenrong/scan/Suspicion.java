package cn.zhenrong.scan;

import cn.zhenrong.problem.Words;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a rule saw of one code, for people: a fact, not a score.
///
/// @param index of the code in the installation
/// @param words the fact in words
/// @param hits how often the rule hit
/// @param provinces where, as far as known
/// @param dismissedAt when a person found nothing wrong
public record Suspicion(
    long index,
    CloneRule rule,
    Words words,
    Instant firstAt,
    Instant lastAt,
    long hits,
    List<Province> provinces,
    @Nullable Instant dismissedAt) {}
