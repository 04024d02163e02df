package org.moothall.servers.ui.internal;

import org.moothall.servers.ui.internal.AddServers.Step;
import org.moothall.ui.Notices;
import org.moothall.ui.model.Subscription;

/** Adding that goes on after its wizard was closed: told in the operations drawer until it ends or needs somebody. */
final class AddingBehind {
    private final Notices notices;
    private final Runnable ended;
    private final Notices.Progress progress;
    private Subscription following = () -> {};

    private AddingBehind(AddServers model, Notices notices, Runnable ended) {
        this.notices = notices;
        this.ended = ended;
        progress = notices.working(Texts.of("add.title"), model::back);
    }

    static void follow(AddServers model, Notices notices, Runnable ended, String what) {
        AddingBehind behind = new AddingBehind(model, notices, ended);
        behind.progress.at(what, 0, 0);
        behind.following = model.step().onChange(behind::show);
    }

    private void show(Step step) {
        switch (step) {
            case Step.Working working -> progress.at(working.what(), 0, 0);
            case Step.Form form -> end(form.problem().isEmpty() ? Texts.of("add.stopped") : form.problem(), false);
            case Step.Certificate certificate -> end(Texts.of("add.needs-certificate", certificate.address()), false);
            case Step.Results results -> {
                end(OutcomeRows.summary(results), results.complete());
                if (results.complete()) {
                    ended.run();
                }
            }
        }
    }

    private void end(String words, boolean well) {
        following.close();
        if (well) {
            progress.done(words);
            notices.done(words);
        } else {
            progress.failed(words);
            notices.failed(words, null);
        }
    }
}
