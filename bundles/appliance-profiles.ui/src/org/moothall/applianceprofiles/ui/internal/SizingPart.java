package org.moothall.applianceprofiles.ui.internal;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.eclipse.e4.ui.di.Focus;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.moothall.applianceprofiles.ApplianceProfile;
import org.moothall.applianceprofiles.ui.internal.SizingModel.Question;
import org.moothall.client.SizingClient;
import org.moothall.client.Client;
import org.moothall.ui.PageSite;
import org.moothall.ui.UiThread;
import org.moothall.ui.model.FailureWords;
import org.moothall.ui.model.Gate;
import org.moothall.ui.model.Value;
import org.moothall.ui.widgets.ActionButton;
import org.moothall.ui.widgets.Look;
import org.moothall.ui.widgets.PageHeader;

/** The Sizing page: what a demand needs, and what a host carries. @spec installation-guide Appendix D */
public final class SizingPart {
    private static final int FORM = 440;

    private final SizingClient sizing;
    private final PageSite site;
    private final Gate gate;
    private final Value<List<ApplianceProfile>> platforms = new Value<>(List.of());
    private final Map<Question, SizingModel> models = new EnumMap<>(Question.class);
    private final Map<Question, Composite> pages = new EnumMap<>(Question.class);
    private final Map<Question, FormView> forms = new EnumMap<>(Question.class);
    private final Value<Question> question = new Value<>(Question.NEEDED);
    private @Nullable ActionButton calculate;

    /** Injected. */
    @Inject
    public SizingPart(Client client, PageSite site, UiThread ui) {
        sizing = client.sizing();
        this.site = site;
        gate = new Gate(ui);
        for (Question each : Question.values()) {
            models.put(each, new SizingModel(sizing, gate, each));
        }
    }

    /** Builds the page and reads the platforms. */
    @PostConstruct
    public void create(Composite parent) {
        Composite page = PageHeader.page(parent);
        PageHeader header = new PageHeader(page, Texts.of("title"));
        for (Question each : Question.values()) {
            header.tab(SizingForms.code(each), Texts.of("tab." + SizingForms.code(each)));
        }
        calculate = header.action(ActionButton.Kind.PRIMARY, Texts.of("calculate"), null, () -> model().calculate());
        Composite stack = Look.style(new Composite(page, SWT.NONE), Look.SURFACE);
        stack.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        StackLayout one = new StackLayout();
        stack.setLayout(one);
        for (Question each : Question.values()) {
            pages.put(each, both(stack, each));
        }
        header.tab().watch(key -> {
            question.set(key.equals(SizingForms.code(Question.CARRIED)) ? Question.CARRIED : Question.NEEDED);
            one.topControl = pages.get(question.get());
            stack.layout();
            site.replace(key);
        });
        site.path().watch(key -> {
            if (key.equals(SizingForms.code(Question.CARRIED)) || key.equals(SizingForms.code(Question.NEEDED))) {
                header.tab().set(key);
            }
        });
        readPlatforms();
    }

    private Composite both(Composite stack, Question of) {
        Composite both = Look.style(new Composite(stack, SWT.NONE), Look.SURFACE);
        both.setLayout(across());
        SizingModel model = Objects.requireNonNull(models.get(of));
        FormView form = new FormView(both, model, platforms);
        forms.put(of, form);
        GridData narrow = new GridData(SWT.LEFT, SWT.FILL, false, true);
        narrow.widthHint = FORM;
        form.control().setLayoutData(narrow);
        GridData line = new GridData(SWT.LEFT, SWT.FILL, false, true);
        line.widthHint = 1;
        Look.style(new Composite(both, SWT.NONE), Look.HAIRLINE).setLayoutData(line);
        new AnswerView(both, model).control().setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        model.busy().onChange(busy -> enable(!busy));
        return both;
    }

    private void enable(boolean free) {
        ActionButton button = calculate;
        if (button != null) {
            button.setEnabled(free);
        }
    }

    private void readPlatforms() {
        sizing.platforms().whenCompleteAsync((known, failure) -> {
            if (known != null) {
                platforms.set(known.items());
            } else if (failure != null) {
                models.values().forEach(model -> model.problem().set(FailureWords.of(failure)));
            }
        }, gate);
    }

    private SizingModel model() {
        return Objects.requireNonNull(models.get(question.get()));
    }

    private static GridLayout across() {
        GridLayout layout = new GridLayout(3, false);
        layout.marginWidth = 0;
        layout.marginHeight = 0;
        layout.horizontalSpacing = 0;
        return layout;
    }

    /** The first field. */
    @Focus
    public void focus() {
        FormView form = forms.get(question.get());
        if (form != null) {
            form.focus();
        }
    }

    /** Answers that come later are dropped. */
    @PreDestroy
    void dispose() {
        gate.close();
    }
}
