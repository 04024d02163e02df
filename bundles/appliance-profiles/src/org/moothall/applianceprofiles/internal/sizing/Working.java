package org.moothall.applianceprofiles.internal.sizing;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import org.moothall.applianceprofiles.Figure;
import org.moothall.applianceprofiles.Source;
import org.moothall.applianceprofiles.Unit;
import org.moothall.applianceprofiles.sizing.Disagreement;
import org.moothall.applianceprofiles.sizing.Disagreement.Reading;
import org.moothall.applianceprofiles.sizing.Finding;
import org.moothall.applianceprofiles.sizing.Role;
import org.moothall.applianceprofiles.sizing.SizingAnswer.Host;
import org.moothall.applianceprofiles.sizing.Step;

/** What is written down while something is sized. For one thread. */
final class Working {

    /** The source of what no guide states. */
    private static final Source OURS = new Source("Moothall", "our assumption: the guide does not state it");

    final List<Host> hosts = new ArrayList<>();
    final List<Step> steps = new ArrayList<>();
    final List<Disagreement> disagreements = new ArrayList<>();
    final List<Finding> findings = new ArrayList<>();

    /** A rule of a guide and what it gives. */
    BigDecimal step(Role role, String rule, String arithmetic, BigDecimal result, Unit unit, Source source) {
        steps.add(new Step(role, rule, arithmetic, new Figure(result, unit, source), false));
        return result;
    }

    long step(Role role, String rule, String arithmetic, long result, Unit unit, Source source) {
        step(role, rule, arithmetic, BigDecimal.valueOf(result), unit, source);
        return result;
    }

    /**
     * How many servers carry these, as a sum of what each kind would take alone.
     *
     * @param what the things, for example {@code Calls}
     * @param where on what, for example {@code small Edge servers}
     */
    <K extends Enum<K>> BigDecimal shares(Role role, Map<K, Long> wanted, Function<K, Figure> most, String what, String where) {
        BigDecimal sum = BigDecimal.ZERO;
        for (Map.Entry<K, Long> each : wanted.entrySet()) {
            Figure capacity = most.apply(each.getKey());
            BigDecimal share = BigDecimal.valueOf(each.getValue()).divide(capacity.required(), Rounding.SHARES);
            step(role, what + " of " + Words.code(each.getKey()) + " on " + where,
                    Words.number(each.getValue()) + " ÷ " + Words.number(capacity.required()) + " = " + Words.number(share), share, Unit.SERVERS,
                    capacity.source());
            sum = sum.add(share);
        }
        if (wanted.size() > 1) {
            assume(role, what + " of several kinds share a server: what each would take alone is added", "in all " + Words.number(sum), sum, Unit.SERVERS);
        }
        return sum;
    }

    /** As many whole ones. */
    long whole(Role role, BigDecimal sum, String where, Source source) {
        long count = Rounding.up(sum);
        return step(role, "Whole " + where, Words.number(sum) + ", rounded up = " + Words.number(count), count, Unit.SERVERS, source);
    }

    /** A rule of ours. */
    void assume(Role role, String rule, String arithmetic, BigDecimal result, Unit unit) {
        steps.add(new Step(role, rule, arithmetic, new Figure(result, unit, OURS), true));
    }

    void disagree(Role role, String question, Reading... readings) {
        disagreements.add(new Disagreement(role, question, List.of(readings)));
    }

    void exceeded(Role role, String text, Source source) {
        findings.add(new Finding(Finding.Kind.EXCEEDED, role, text, source));
    }

    void notStated(Role role, String text, Source source) {
        findings.add(new Finding(Finding.Kind.NOT_STATED, role, text, source));
    }

    void recommend(Role role, String text, Source source) {
        findings.add(new Finding(Finding.Kind.RECOMMENDED, role, text, source));
    }
}
