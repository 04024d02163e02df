package org.moothall.applianceprofiles.ui.internal;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;

import org.eclipse.jdt.annotation.Nullable;
import org.moothall.applianceprofiles.ApplianceProfile;
import org.moothall.applianceprofiles.PlatformId;
import org.moothall.client.SizingClient;
import org.moothall.core.ProblemException;
import org.moothall.ui.model.FailureWords;
import org.moothall.ui.model.Value;

/** One question of the page: its platform, its form and the answer. Confined to the UI thread. */
final class SizingModel {
    /** Which way round it is asked. */
    enum Question { NEEDED, CARRIED }

    private final SizingClient sizing;
    private final Executor ui;
    private final Question question;
    private final Form form;
    private final Value<PlatformId> platform = new Value<>(PlatformId.VIRTUAL_MACHINE);
    private final Value<List<Paragraph>> answer = new Value<>(List.of());
    private final Value<String> problem = new Value<>("");
    private final Value<Boolean> busy = new Value<>(false);
    private long turn;

    SizingModel(SizingClient sizing, Executor ui, Question question) {
        this.sizing = sizing;
        this.ui = ui;
        this.question = question;
        form = question == Question.NEEDED ? SizingForms.demand() : SizingForms.offer();
    }

    Form form() {
        return form;
    }

    Value<PlatformId> platform() {
        return platform;
    }

    /** The answer to the last question; nothing before the first. */
    Value<List<Paragraph>> answer() {
        return answer;
    }

    /** Why there is no answer; empty when there is one. */
    Value<String> problem() {
        return problem;
    }

    /** Whether an answer is waited for. */
    Value<Boolean> busy() {
        return busy;
    }

    /** What an appliance carries is known: then the form does not matter. */
    boolean asksForm() {
        return question == Question.NEEDED || platform.get().equals(PlatformId.VIRTUAL_MACHINE);
    }

    /** Asks, unless a field is wrong; only the last question's answer is shown. */
    void calculate() {
        if (asksForm() && !form.check()) {
            problem.set(Texts.of("problem.fields"));
            return;
        }
        long mine = ++turn;
        busy.set(true);
        CompletableFuture<List<Paragraph>> asked = question == Question.NEEDED
                ? sizing.hosts(SizingForms.demand(form, platform.get())).thenApply(AnswerWords::of)
                : sizing.carried(SizingForms.offer(form, platform.get())).thenApply(AnswerWords::of);
        asked.whenCompleteAsync((words, failure) -> {
            if (mine == turn) {
                answered(words, failure);
            }
        }, ui);
    }

    private void answered(@Nullable List<Paragraph> words, @Nullable Throwable failure) {
        busy.set(false);
        if (words != null) {
            problem.set("");
            answer.set(words);
        } else if (failure != null) {
            Throwable cause = failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
            if (cause instanceof ProblemException refused) {
                form.refused(refused.problem().violations());
            }
            problem.set(FailureWords.of(failure));
        }
    }

    /** How a platform is called. */
    static String name(List<ApplianceProfile> known, PlatformId id) {
        return known.stream().filter(profile -> profile.id().equals(id)).map(ApplianceProfile::name).findFirst().orElse(Texts.of("platform.machine"));
    }
}
