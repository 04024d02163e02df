package org.moothall.applianceprofiles.ui.internal;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.eclipse.jdt.annotation.Nullable;
import org.moothall.applianceprofiles.CallType;
import org.moothall.applianceprofiles.EdgeCallType;
import org.moothall.applianceprofiles.MediaQuality;
import org.moothall.applianceprofiles.PlatformId;
import org.moothall.applianceprofiles.sizing.HostOffer;
import org.moothall.applianceprofiles.sizing.Processor;
import org.moothall.applianceprofiles.sizing.Processor.Make;
import org.moothall.applianceprofiles.sizing.SizingDemand;

/** The two forms of the page, and what they ask the server. */
final class SizingForms {
    private static final int DATABASES = 24;
    private static final int CORES = 512;
    private static final int GIGABYTES = 1_000_000;

    private SizingForms() {}

    /** What is to be carried. */
    static Form demand() {
        return new Form(List.of(
                new Form.Section("calls", counts("calls", CallType.values())),
                new Form.Section("deployment", List.of(count("users"), count("spaces"), count("scheduledMeetings"), Field.whole("databases", DATABASES),
                        Field.flag("meetingApps", false))),
                new Form.Section("edge", counts("edgeCalls", EdgeCallType.values())),
                new Form.Section("recordings", counts("recordings", MediaQuality.values())),
                new Form.Section("streams", counts("streams", MediaQuality.values())),
                processor("", "")));
    }

    /** A host that is there. */
    static Form offer() {
        return new Form(List.of(processor("2", "10"), new Form.Section("machine", List.of(Field.decimal("memoryGigabytes", "40", GIGABYTES),
                Field.decimal("storageGigabytes", "100", GIGABYTES), Field.decimal("networkGigabitsPerSecond", "10", GIGABYTES)))));
    }

    private static Form.Section processor(String sockets, String cores) {
        return new Form.Section(sockets.isEmpty() ? "host" : "host-known",
                List.of(Field.optional("host.sockets", sockets, 2), Field.optional("host.coresPerSocket", cores, CORES),
                        Field.decimal("host.gigahertz", "2.5", 10), Field.flag("host.hyperthreading", true), Field.flag("host.amd", false)));
    }

    private static Field count(String key) {
        return Field.whole(key, SizingDemand.MOST);
    }

    private static List<Field> counts(String of, Enum<?>[] kinds) {
        return Arrays.stream(kinds).map(kind -> count(of + "." + code(kind))).toList();
    }

    static String code(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What this form wants on this platform. */
    static SizingDemand demand(Form form, @Nullable PlatformId platform) {
        return new SizingDemand(platform, processor(form), wanted(form, "calls", CallType.class), form.field("users").number(), form.field("spaces").number(),
                wanted(form, "edgeCalls", EdgeCallType.class), null, wanted(form, "recordings", MediaQuality.class),
                wanted(form, "streams", MediaQuality.class),
                form.field("databases").number(), form.field("scheduledMeetings").number(), form.field("meetingApps").on().get());
    }

    /** What this form offers; of an appliance everything is known. */
    static HostOffer offer(Form form, @Nullable PlatformId platform) {
        if (platform != null && !platform.equals(PlatformId.VIRTUAL_MACHINE)) {
            return new HostOffer(platform, null, null, null, null);
        }
        return new HostOffer(null, processor(form), number(form, "memoryGigabytes"), number(form, "storageGigabytes"),
                number(form, "networkGigabitsPerSecond"));
    }

    private static BigDecimal number(Form form, String key) {
        return form.field(key).decimal();
    }

    private static Processor processor(Form form) {
        return new Processor(form.field("host.amd").on().get() ? Make.AMD : Make.INTEL, form.field("host.sockets").small(),
                form.field("host.coresPerSocket").small(),
                number(form, "host.gigahertz"), form.field("host.hyperthreading").on().get());
    }

    private static <K extends Enum<K>> Map<K, @Nullable Long> wanted(Form form, String of, Class<K> kinds) {
        Map<K, @Nullable Long> wanted = new EnumMap<>(kinds);
        for (K kind : kinds.getEnumConstants()) {
            wanted.put(kind, form.field(of + "." + code(kind)).number());
        }
        return wanted;
    }
}
