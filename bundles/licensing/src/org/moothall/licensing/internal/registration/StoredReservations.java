package org.moothall.licensing.internal.registration;

import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import java.util.function.UnaryOperator;

import org.moothall.core.Problem;
import org.moothall.core.json.Json;
import org.moothall.licensing.Entitlements;
import org.moothall.licensing.Licensing;
import org.moothall.licensing.LicensingMode;
import org.moothall.licensing.LicensingProblem;
import org.moothall.licensing.Registration;
import org.moothall.licensing.Registration.State;
import org.moothall.licensing.Reservations;
import org.moothall.licensing.authority.Licences;
import org.moothall.licensing.authority.Reservation.Kind;
import org.moothall.licensing.authority.codes.Code;
import org.moothall.licensing.authority.codes.PublicKeyBytes;
import org.moothall.licensing.authority.codes.SignedCode;
import org.moothall.licensing.internal.store.Settings;
import org.moothall.security.Vault;
import org.moothall.store.Database;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;

/** Reservations from the store; what is reserved is allocated. */
@Component(service = Reservations.class)
public final class StoredReservations implements Reservations {

    private static final String STANDING = "registration";
    private static final String AUTHORITY = "authority-key";
    private static final JsonMapper JSON = Json.lenient();

    private final Settings settings;
    private final InstanceKey key;
    private final Licensing licensing;
    private final Clock clock;

    /** Allocates what is reserved. */
    @Activate
    public StoredReservations(@Reference Database database, @Reference Vault vault, @Reference Licensing licensing, @Reference Clock clock) {
        this.settings = new Settings(database);
        this.key = new InstanceKey(vault);
        this.licensing = licensing;
        this.clock = clock;
    }

    @Override
    public Registration now() {
        return view(standing());
    }

    @Override
    public Registration trust(String hex) {
        if (standing().state() == State.RESERVED) {
            throw Problem.of(LicensingProblem.WRONG_STATE, "Licences of another authority are reserved. Return them first.").exception();
        }
        settings.set(AUTHORITY, new PublicKeyBytes(hex.strip()).hex());
        return now();
    }

    @Override
    public Registration request() {
        if (licensing.mode() != LicensingMode.SMART_LICENSING) {
            throw Problem.of(LicensingProblem.NOT_ENABLED, "Choose the licensing mode smart-licensing first.").exception();
        }
        return view(change(standing -> standing.requested(UUID.randomUUID(), clock.instant())));
    }

    @Override
    public Registration cancel() {
        return view(change(standing -> standing.cancelled(clock.instant())));
    }

    @Override
    public Registration install(String authorizationCode, String by) {
        String authority = settings.find(AUTHORITY).orElseThrow(() -> Problem.of(LicensingProblem.WRONG_STATE,
                "It is not known whose codes are to be believed. Enter the authority's public key first.").exception());
        Code code = SignedCode.read(authorizationCode).verify(new PublicKeyBytes(authority).key());
        // Allocated first: when this ends in between, the same code is installed once more.
        allocate(entitlements(standing().installed(code, clock.instant())), by);
        return view(change(standing -> standing.installed(code, clock.instant())));
    }

    @Override
    public Registration confirmationEntered() {
        return view(change(Standing::confirmed));
    }

    @Override
    public Registration giveBack(String by) {
        standing().returned(clock.instant());
        allocate(Entitlements.none(), by);
        return view(change(standing -> standing.returned(clock.instant())));
    }

    @Override
    public void verify(Entitlements wanted) {
        Standing standing = standing();
        if (standing.state() == State.RESERVED) {
            Entitlements reserved = entitlements(standing);
            if (wanted.pmpPlus() > reserved.pmpPlus() || wanted.smpPlus() > reserved.smpPlus()
                    || wanted.recordingOrStreaming() > reserved.recordingOrStreaming() || wanted.customization() && !reserved.customization()) {
                throw Problem.of(LicensingProblem.NOT_RESERVED, "Reserved are: " + standing.licences() + ".").exception();
            }
        }
    }

    @Override
    public void leave(String by) {
        switch (standing().state()) {
            case RESERVED -> giveBack(by);
            case RESERVATION_PENDING -> cancel();
            case UNREGISTERED, DEREGISTERED -> {}
        }
    }

    private void allocate(Entitlements wanted, String by) {
        licensing.allocate(wanted, by, licensing.entitlements().version());
    }

    private static Entitlements entitlements(Standing standing) {
        Licences licences = standing.licences();
        if (standing.kind() == Kind.UNIVERSAL || licences == null) {
            return new Entitlements(Entitlements.MOST, Entitlements.MOST, Entitlements.MOST, true, null, null, 0);
        }
        return new Entitlements(licences.pmpPlus(), licences.smpPlus(), licences.recordingOrStreaming(), licences.customization() > 0, null, null, 0);
    }

    private Standing standing() {
        return settings.find(STANDING).map(StoredReservations::read).orElseGet(() -> change(fresh -> fresh));
    }

    private Standing change(UnaryOperator<Standing> step) {
        String before = settings.value(STANDING);
        Standing after = step.apply(before == null ? Standing.fresh(UUID.randomUUID()) : read(before));
        try {
            String text = JSON.writeValueAsString(after);
            if (!text.equals(before)) {
                settings.replace(STANDING, before, text);
            }
            return after;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("records are written as JSON", e);
        }
    }

    private static Standing read(String json) {
        try {
            return Objects.requireNonNull(JSON.readValue(json, Standing.class));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("what we wrote can be read", e);
        }
    }

    private Registration view(Standing standing) {
        UUID request = standing.request();
        boolean reserved = standing.state() == State.RESERVED;
        return new Registration(standing.state(), registration(standing.state()), reserved ? "Authorized - Reserved" : "None",
                settings.value(AUTHORITY),
                request != null && standing.state() == State.RESERVATION_PENDING ? requestCode(standing, request) : null,
                reserved ? standing.kind() == Kind.UNIVERSAL : null,
                request != null && standing.confirming() ? sign(new Code.Confirmation(standing.instance(), at(standing), request, standing.sequence())) : null,
                request != null && standing.state() == State.DEREGISTERED
                        ? sign(new Code.Return(standing.instance(), at(standing), request, standing.sequence()))
                        : null,
                standing.since());
    }

    private String requestCode(Standing standing, UUID request) {
        return sign(new Code.Request(standing.instance(), at(standing), request, key.verifying(), "Moothall"));
    }

    private String sign(Code code) {
        return key.sign(code);
    }

    private static Instant at(Standing standing) {
        return Objects.requireNonNull(standing.since());
    }

    private static String registration(State state) {
        return switch (state) {
            case UNREGISTERED -> "Unregistered";
            case RESERVATION_PENDING -> "License Reservation Pending";
            case RESERVED -> "Registered - License Reservation";
            case DEREGISTERED -> "Deregistered";
        };
    }
}
