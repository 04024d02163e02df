package org.moothall.mediaengine;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The people who may sign in, read when somebody asks for the first time, and what the configuration says of each. What a
 * directory source says of them (profile, tag) counts from the next synchronisation on. Thread-safe.
 *
 * @spec meeting-server-wire §1.14, installation-guide B.8
 */
public final class Directory {

    private static final String SINGLE = "importedUsers";
    private static final String PROFILE = "profile:";
    private static final String TAG = "tag:";
    private static final Pattern CONDITION = Pattern.compile("\\((mail|userPrincipalName|sAMAccountName|cn)=([^()]*)\\)", Pattern.CASE_INSENSITIVE);
    private static final Pattern ATTRIBUTE = Pattern.compile("\\$(\\w+)\\$");

    private final Supplier<List<User>> source;
    private final Catalogue catalogue;
    private volatile Map<String, User> read = Map.of();

    /** These people. @param catalogue keeps what is said of them */
    public Directory(Supplier<List<User>> source, Catalogue catalogue) {
        this.source = source;
        this.catalogue = catalogue;
    }

    /** All of them. */
    public List<User> all() {
        return List.copyOf(byJid().values());
    }

    /** Who has this address. */
    public Optional<User> find(String jid) {
        return Optional.ofNullable(byJid().get(jid.toLowerCase(Locale.ROOT)));
    }

    /** Who is meant by this address, id or mailbox. */
    public Optional<User> meant(String text) {
        return text.isEmpty() ? Optional.empty() : find(text).or(() -> all().stream().filter(user -> text.equalsIgnoreCase(user.email())
                || text.equalsIgnoreCase(user.id().toString()) || text.equalsIgnoreCase(mailbox(user))).findFirst());
    }

    /** The user profile that counts for this person: of the source they come from, else that of everybody. */
    public Optional<Item> profile(User user) {
        String own = catalogue.single(SINGLE).getOrDefault(PROFILE + user.jid(), "");
        String id = own.isEmpty() ? catalogue.single(Profiles.SYSTEM).getOrDefault("userProfile", "") : own;
        return id.isEmpty() ? Optional.empty() : catalogue.find("userProfiles", UUID.fromString(id));
    }

    /** Whether this person has a personal licence (PMP Plus). */
    public boolean licensed(User user) {
        return profile(user).filter(Directory::licenses).isPresent();
    }

    private static boolean licenses(Item profile) {
        return "true".equals(profile.get("hasLicense"));
    }

    /** How many people have one. */
    public int countLicensed() {
        return anybodyLicensed() ? (int) all().stream().filter(this::licensed).count() : 0;
    }

    private boolean anybodyLicensed() {
        return catalogue.list("userProfiles", null).stream().anyMatch(Directory::licenses);
    }

    /** What records say beside the person of this address, empty for nothing. */
    public String cdrTag(String jid) {
        return jid.isEmpty() ? "" : catalogue.single(SINGLE).getOrDefault(TAG + jid, "");
    }

    /** Whose personal licence a meeting in this space may use. @spec installation-guide B.9 */
    Optional<User> host(Space space) {
        return !anybodyLicensed() ? Optional.empty()
                : Stream.of("ownerJid", "ownerId", "ownerAdGuid", "meetingScheduler").flatMap(name -> meant(space.get(name)).stream()).filter(this::licensed)
                        .findFirst();
    }

    /** Reads the people of these sources again. Returns how many there were. */
    public int synchronise(List<Item> sources) {
        Map<String, String> said = new LinkedHashMap<>();
        for (Item each : sources) {
            String mapping = each.get("mapping");
            String tag = mapping.isEmpty() ? "" : catalogue.find("ldapMappings", UUID.fromString(mapping)).map(item -> item.get("cdrTagMapping")).orElse("");
            all().stream().filter(user -> imports(each, user)).forEach(user -> {
                said.put(PROFILE + user.jid(), each.get("userProfile"));
                said.put(TAG + user.jid(), filled(tag, user));
            });
        }
        catalogue.changeSingle(SINGLE, said);
        return said.size() / 2;
    }

    /** Of a filter the comparisons with a name or an address are understood, one of which must hold; any other one lets everybody in. */
    private static boolean imports(Item source, User user) {
        List<Boolean> held = new ArrayList<>();
        for (Matcher each = CONDITION.matcher(source.get("filter")); each.find();) {
            String glob = Stream.of(each.group(2).split("\\*", -1)).map(Pattern::quote).reduce((one, other) -> one + ".*" + other).orElse("");
            held.add(Pattern.compile(glob, Pattern.CASE_INSENSITIVE).matcher(attribute(each.group(1), user)).matches());
        }
        return held.isEmpty() || held.contains(true);
    }

    private static String filled(String mapping, User user) {
        return ATTRIBUTE.matcher(mapping).replaceAll(found -> Matcher.quoteReplacement(attribute(found.group(1), user)));
    }

    private static String attribute(String name, User user) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "mail" -> user.email();
            case "userprincipalname" -> user.jid();
            case "samaccountname" -> mailbox(user);
            case "cn", "displayname" -> user.name();
            default -> "";
        };
    }

    private static String mailbox(User user) {
        return user.jid().split("@", 2)[0];
    }

    private Map<String, User> byJid() {
        Map<String, User> known = read;
        if (known.isEmpty()) {
            Map<String, User> all = new LinkedHashMap<>();
            source.get().forEach(user -> all.put(user.jid().toLowerCase(Locale.ROOT), user));
            known = all;
            read = known;
        }
        return known;
    }
}
