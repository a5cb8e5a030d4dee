package cn.zhenrong.evidence;

import cn.zhenrong.fibre.Measured;
import cn.zhenrong.party.PartyId;
import cn.zhenrong.party.PersonId;
import cn.zhenrong.product.StyleId;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A laboratory's test report as the maker recorded it.
///
/// @param validUntil last day it counts, if it has one
/// @param method as printed, such as `GB/T 16988-2013`; may name several
/// @param basis `official-regain` or `net-dry`
/// @param measured what was measured, part by part
/// @param coversQuantity pieces the report may back
/// @param usedQuantity pieces already issued under it
/// @param status as of today in Asia/Shanghai
/// @param fileDigest lower-case hex SHA-256 of the attached PDF
/// @param attachedAt when that file was attached
/// @param photoDigest the same of the sample's photo
public record Report(
    ReportId id,
    PartyId party,
    StyleId style,
    String number,
    String lab,
    LocalDate issuedOn,
    @Nullable LocalDate validUntil,
    String method,
    String basis,
    Sampling sampling,
    Sample sample,
    Measured measured,
    long coversQuantity,
    long usedQuantity,
    ReportStatus status,
    @Nullable String fileDigest,
    @Nullable Instant attachedAt,
    @Nullable String photoDigest,
    PersonId enteredBy,
    Instant createdAt) {}
