package org.moothall.applianceprofiles;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What a platform carries, as its sources state it. Immutable.
 *
 * @param id the same for ever
 * @param name as its maker calls it
 * @param kind whether its capacities are stated or follow from the host's processor
 * @param calls calls of each type at the same time when there are no others; every type has a figure, stated or not
 * @param users users of a cluster whose databases are on this platform
 * @param components which components run on it, and who says so
 * @param schedulerMemory memory that the scheduler needs in addition
 * @param network bit rate of its network interface
 * @spec installation-guide §1.4, Table 4, Table 5, §D.2.1, §D.5, §D.6
 */
public record ApplianceProfile(PlatformId id, String name, Kind kind, Map<CallType, Figure> calls, Figure users, Map<Component, Presence> components,
        Figure schedulerMemory, Figure network) {

    /** Enough digits, and rounded down, so that a sum of shares never reaches a whole number that it does not have. */
    private static final MathContext SHARES = new MathContext(34, RoundingMode.DOWN);

    /** Where its capacities come from. */
    public enum Kind {
        /** A machine as it is delivered: capacities are stated. */
        APPLIANCE,
        /** A virtual machine on a host of one's own: capacities follow from the host. */
        VIRTUAL_MACHINE
    }

    /** Whether a component runs on it. */
    public record Presence(Availability availability, Source source) {}

    public ApplianceProfile {
        if (calls.size() != CallType.values().length || components.size() != Component.values().length) {
            throw new IllegalArgumentException(id.value() + " must say of every call type and component whether it is stated");
        }
        calls = Collections.unmodifiableMap(new EnumMap<>(calls));
        components = Collections.unmodifiableMap(new EnumMap<>(components));
    }

    /** How many calls of this type it carries when there are no others. */
    public Figure calls(CallType type) {
        return Objects.requireNonNull(calls.get(type));
    }

    /** Whether this component runs on it. */
    public Presence component(Component component) {
        return Objects.requireNonNull(components.get(component));
    }

    /**
     * Which share of it these calls take: 1 is all of it, more than 1 is too much. Shares of different types are added, which no guide
     * states; with calls of one type the answer is the guide's.
     *
     * @return nothing when there are calls of a type whose capacity is not stated
     */
    public Optional<BigDecimal> share(Map<CallType, Long> demand) {
        BigDecimal sum = BigDecimal.ZERO;
        for (Map.Entry<CallType, Long> each : demand.entrySet()) {
            if (each.getValue() > 0) {
                Optional<BigDecimal> capacity = calls(each.getKey()).stated();
                if (capacity.isEmpty()) {
                    return Optional.empty();
                }
                sum = sum.add(BigDecimal.valueOf(each.getValue()).divide(capacity.get(), SHARES));
            }
        }
        return Optional.of(sum);
    }
}
