package org.moothall.mediaengine.script;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

import org.moothall.mediaengine.Chance;
import org.moothall.mediaengine.Endpoint;
import org.moothall.mediaengine.Endpoint.Kind;
import org.moothall.mediaengine.User;

/** The people of the organisation, each with the device they use. Immutable. */
final class People {

    private static final int OWNERS_FROM = 100_003;

    private final Script script;
    private final long seed;
    private final Map<Integer, Person> known = new ConcurrentHashMap<>();

    /** A first and a last name, and the mailbox made of them: as many as there are pairs. */
    private record Person(String name, String mailbox) {}

    People(Script script, long seed) {
        this.script = script;
        this.seed = seed;
    }

    /** The address of who owns this space. */
    String owner(int space) {
        return named(OWNERS_FROM + 7 * space).mailbox();
    }

    /** The directory's entry of this address. */
    User user(String jid, UUID id) {
        String mailbox = jid.substring(0, jid.indexOf('@'));
        return new User(id, jid, Arrays.stream(mailbox.split("\\.")).map(part -> part.substring(0, 1).toUpperCase(Locale.ROOT) + part.substring(1))
                .collect(Collectors.joining(" ")), jid);
    }

    /** A meeting room of the organisation. */
    Endpoint room(int number) {
        String name = script.rooms().get(Math.floorMod(number, script.rooms().size()));
        return new Endpoint(Kind.ROOM, name, Schedule.address(name) + "@rooms." + script.domain(), address(number, 40), "");
    }

    /** A person: the same number is the same person with the same device. */
    Endpoint person(int number) {
        Chance chance = Chance.of(seed, number, 31);
        Person person = named(number);
        String name = person.name();
        String mail = person.mailbox();
        double device = chance.unit();
        if (device < 0.52) {
            return new Endpoint(Kind.WEB_APP, name, mail, address(number, 60), mail);
        }
        if (device < 0.74) {
            return new Endpoint(Kind.DESK, name, mail, address(number, 50), "");
        }
        if (device < 0.88) {
            return new Endpoint(Kind.WEB_GUEST, chance.pick(List.of(name, name, name + " (Gast)", name.split(" ")[0])), "guest" + chance.between(100_000_000,
                    999_999_999), address(number, 90), "");
        }
        return device < 0.94 ? new Endpoint(Kind.LYNC, name, mail, address(number, 70), "")
                : new Endpoint(Kind.PHONE, "+4930" + chance.between(1_000_000, 9_999_999), "+4930" + Math.abs(number) + "@pstn." + script.domain(),
                        address(3, 80), "");
    }

    private Person named(int number) {
        Chance chance = Chance.of(seed, number, 29);
        int first = chance.between(0, script.firstNames().size() - 1);
        int last = chance.between(0, script.lastNames().size() - 1);
        return known.computeIfAbsent(first * script.lastNames().size() + last, pair -> {
            String name = script.firstNames().get(first) + " " + script.lastNames().get(last);
            return new Person(name, Schedule.address(name) + "@" + script.domain());
        });
    }

    private String address(int number, int net) {
        Chance chance = Chance.of(seed, number, net);
        return "10." + net + "." + chance.between(0, 254) + "." + chance.between(1, 254);
    }
}
