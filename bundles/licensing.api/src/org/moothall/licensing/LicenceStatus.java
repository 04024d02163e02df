package org.moothall.licensing;

/** How a feature stands. @spec admin-guide §19 */
public enum LicenceStatus {
    /** 80 % or less was used. */
    IN_COMPLIANCE,
    /** There is a licence; of {@link Feature#CUSTOMIZATION} only. */
    LICENSED,
    /** None was allocated. */
    UNLICENSED,
    /** More than 80 % was used, never more than there are. */
    OVER_80_PERCENT,
    /** More was used than there is on 1 to 14 of the last 90 days. */
    INSUFFICIENT_LICENCES,
    /** More was used than there is on 15 or more of the last 90 days; of customization: it is on and there is no licence. */
    OUT_OF_COMPLIANCE
}
