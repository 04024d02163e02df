package org.moothall.applianceprofiles.ui.internal;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.eclipse.jdt.annotation.Nullable;
import org.moothall.applianceprofiles.Figure;
import org.moothall.applianceprofiles.Source;
import org.moothall.applianceprofiles.sizing.Disagreement;
import org.moothall.applianceprofiles.sizing.Finding;
import org.moothall.applianceprofiles.sizing.HostAnswer;
import org.moothall.applianceprofiles.sizing.SizingAnswer;
import org.moothall.applianceprofiles.sizing.SizingAnswer.Alternative;
import org.moothall.applianceprofiles.sizing.SizingAnswer.Host;
import org.moothall.applianceprofiles.sizing.Step;
import org.moothall.applianceprofiles.ui.internal.Paragraph.Style;
import org.moothall.ui.model.Formats;

/** What the calculator answered, in words. */
final class AnswerWords {
    private final List<Paragraph> all = new ArrayList<>();

    private AnswerWords() {}

    /** Which hosts are needed. */
    static List<Paragraph> of(SizingAnswer answer) {
        AnswerWords words = new AnswerWords();
        words.heading("hosts");
        answer.hosts().forEach(words::host);
        words.findings(answer.findings());
        words.disagreements(answer.disagreements());
        words.steps(answer.steps());
        words.alternatives(answer.alternatives());
        return List.copyOf(words.all);
    }

    /** What a host carries. */
    static List<Paragraph> of(HostAnswer answer) {
        AnswerWords words = new AnswerWords();
        words.heading("roles");
        answer.roles().forEach(words::role);
        words.findings(answer.findings());
        words.disagreements(answer.disagreements());
        words.steps(answer.steps());
        return List.copyOf(words.all);
    }

    private void heading(String key) {
        all.add(new Paragraph(Style.HEADING, Texts.of("answer." + key)));
    }

    private void add(Style style, String text) {
        all.add(new Paragraph(style, text));
    }

    private void host(Host host) {
        add(Style.LEAD, Texts.of("host.count", Formats.count(host.count()), Texts.of("role." + SizingForms.code(host.role())), host.name()));
        String sizes = Stream.of(size("cores", number(host.physicalCores())), size("cpus", number(host.virtualCpus())), size("memory", host.memoryGigabytes()),
                size("storage", host.storageGigabytes()), size("network", host.networkGigabitsPerSecond()), size("disk", host.diskGigabytesPerHour()))
                .filter(text -> !text.isEmpty()).collect(Collectors.joining(" · "));
        if (!sizes.isEmpty()) {
            add(Style.TEXT, sizes);
        }
    }

    private static @Nullable BigDecimal number(@Nullable Long number) {
        return number == null ? null : BigDecimal.valueOf(number);
    }

    private static String size(String key, @Nullable BigDecimal number) {
        return number == null ? "" : Texts.of("size." + key, grouped(number));
    }

    /** {@code 275,000}, {@code 0.15}. */
    private static String grouped(BigDecimal number) {
        return number.scale() <= 0 ? Formats.count(number.longValue()) : number.toPlainString();
    }

    private void role(HostAnswer.Carried role) {
        add(Style.LEAD, Texts.of(role.fits() ? "role.fits" : "role.fits-not", Texts.of("role." + SizingForms.code(role.role()))));
        role.reasons().forEach(reason -> add(Style.DETAIL, reason));
        if (!role.loads().isEmpty()) {
            add(Style.TEXT, role.loads().stream().map(load -> Texts.of("load", Texts.of("load." + load.what()), value(load.most())))
                    .collect(Collectors.joining(" · ")));
        }
    }

    private static String value(Figure figure) {
        return figure.stated().map(AnswerWords::grouped).orElse(Texts.of("not-stated"));
    }

    private void findings(List<Finding> findings) {
        if (!findings.isEmpty()) {
            heading("findings");
            for (Finding finding : findings) {
                add(finding.kind() == Finding.Kind.EXCEEDED ? Style.MISTAKE : Style.TEXT,
                        Texts.of("finding." + SizingForms.code(finding.kind()), finding.text(), place(finding.source())));
            }
        }
    }

    private void disagreements(List<Disagreement> disagreements) {
        if (!disagreements.isEmpty()) {
            heading("disagreements");
            for (Disagreement each : disagreements) {
                add(Style.LEAD, each.question());
                each.readings().forEach(reading -> {
                    add(Style.TEXT, Texts.of(reading.used() ? "reading.used" : "reading", reading.rule()));
                    add(Style.DETAIL, Texts.of("arithmetic", reading.arithmetic(), place(reading.result().source())));
                });
            }
        }
    }

    private void steps(List<Step> steps) {
        heading("steps");
        for (Step step : steps) {
            add(Style.TEXT, step.rule());
            add(Style.DETAIL, Texts.of("arithmetic", step.arithmetic(), place(step.result().source())));
        }
    }

    private void alternatives(List<Alternative> alternatives) {
        if (!alternatives.isEmpty()) {
            heading("alternatives");
            for (Alternative each : alternatives) {
                Long number = each.callBridges();
                add(Style.TEXT,
                        Texts.of("alternative", each.name(), number == null ? Objects.requireNonNullElse(each.reason(), "") : Formats.count(number)));
            }
        }
    }

    private static String place(Source source) {
        return source.document().equals(Source.INSTALLATION_GUIDE) ? Texts.of("source.guide", source.place()) : source.toString();
    }
}
