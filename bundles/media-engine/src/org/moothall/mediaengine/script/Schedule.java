package org.moothall.mediaengine.script;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import org.moothall.mediaengine.Chance;
import org.moothall.mediaengine.Endpoint;
import org.moothall.mediaengine.Space;
import org.moothall.mediaengine.User;

/** What happens when: follows from script, seed and number of bridges alone, for any time, without playing what was before. Immutable. */
public final class Schedule {

    private static final long MINUTE = 60_000;
    private static final int FIRST_NUMBER = 80_001;

    private final Script script;
    private final long seed;
    private final int nodes;
    private final People people;
    private final Map<String, Space> spaces = new LinkedHashMap<>();

    /** This script with this seed on so many bridges. */
    public Schedule(Script script, long seed, int nodes) {
        this.script = script;
        this.seed = seed;
        this.nodes = nodes;
        this.people = new People(script, seed);
        script.tracks().forEach(track -> track.spaces().forEach(name -> spaces.computeIfAbsent(name, this::space)));
    }

    /** The spaces the script meets in, the same on every bridge. */
    public List<Space> spaces() {
        return List.copyOf(spaces.values());
    }

    /** Who can sign in: the owners of the spaces, and who comes with the web app. */
    public List<User> users() {
        Map<String, User> users = new LinkedHashMap<>();
        spaces.values().forEach(space -> users.put(space.get("ownerJid"), people.user(space.get("ownerJid"), UUID.fromString(space.get("ownerId")))));
        for (int track = 0; track < script.tracks().size(); track++) {
            for (Endpoint person : MeetingWriter.crowd(people, track)) {
                if (!person.userJid().isEmpty()) {
                    users.computeIfAbsent(person.userJid(), jid -> people.user(jid, Chance.of(seed, jid.hashCode(), 6).uuid()));
                }
            }
        }
        return List.copyOf(users.values());
    }

    /** How many tracks there are. */
    public int tracks() {
        return script.tracks().size();
    }

    /** The frame of a track that this time falls into. */
    public long frame(int track, long at) {
        return Math.floorDiv(at - phase(track), length(track));
    }

    /** When a frame begins. */
    public long begin(int track, long frame) {
        return phase(track) + frame * length(track);
    }

    /** The meeting in this frame of this track. */
    public Occurrence occurrence(int track, long frame) {
        Script.Track plan = script.tracks().get(track);
        Chance chance = Chance.of(seed, track, frame, 1);
        long length = length(track);
        long start = begin(track, frame) + chance.between(0, (int) (length / 12));
        long end = begin(track, frame) + length - chance.between(0, (int) (length / 10));
        String space = plan.spaces().get((int) Math.floorMod(frame, (long) plan.spaces().size()));
        MeetingWriter writer = new MeetingWriter(plan, people, nodes, track, Chance.of(seed, track, frame, 2), start, end);
        return new Occurrence(chance.uuid(), spaces.get(space).id(), start, end, plan.returnsWhenDropped(), writer.steps());
    }

    private long length(int track) {
        return script.tracks().get(track).minutes() * MINUTE;
    }

    private long phase(int track) {
        return Math.floorMod(Chance.of(seed, track, 3).next(), length(track));
    }

    private Space space(String name) {
        int number = FIRST_NUMBER + spaces.size();
        Chance chance = Chance.of(seed, name.hashCode(), 4);
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("name", name);
        settings.put("uri", address(name));
        settings.put("callId", Integer.toString(number));
        settings.put("secret", secret(chance));
        settings.put("nonMemberAccess", "true");
        settings.put("ownerJid", people.owner(spaces.size()));
        settings.put("ownerId", chance.uuid().toString());
        UUID id = chance.uuid();
        return new Space(id, settings, 1, false);
    }

    private static String secret(Chance chance) {
        String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
        List<String> text = new ArrayList<>();
        for (int i = 0; i < 22; i++) {
            text.add(String.valueOf(alphabet.charAt(chance.between(0, alphabet.length() - 1))));
        }
        return String.join("", text);
    }

    /** The user part of an address made from a name: {@code "Größe & Maß"} becomes {@code groesse.mass}. */
    static String address(String name) {
        String plain = name.toLowerCase(Locale.ROOT).replace("ä", "ae").replace("ö", "oe").replace("ü", "ue").replace("ß", "ss").replace("ø", "o").replace("ł",
                "l").replace("ı", "i");
        return Normalizer.normalize(plain, Normalizer.Form.NFD).replaceAll("\\p{M}", "").replaceAll("[^a-z0-9]+", ".").replaceAll("^\\.|\\.$", "");
    }
}
