package org.moothall.mediaengine.callbridge.internal.objects;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.moothall.mediaengine.callbridge.internal.api.Rule;
import org.moothall.mediaengine.callbridge.internal.objects.Parameter.Trait;

/**
 * What the objects of one collection are like: the order of the parameters is that of the elements.
 *
 * @param owner the collection whose objects own these, empty for none
 * @param unknown the failure reason for an id that does not exist
 * @param profile whether it can be listed by being used
 */
record Kind(String owner, String collection, String element, String unknown, boolean profile, List<Parameter> parameters) {

    /** A collection of its own, for example {@code callProfiles} of {@code callProfile}. */
    static Builder of(String collection, String element) {
        return new Builder("", collection, element);
    }

    /** A collection below an object of another one. */
    static Builder below(String owner, String collection, String element) {
        return new Builder(owner, collection, element);
    }

    /** The parameters that may be given now. */
    Map<String, Rule> rules(boolean making) {
        Map<String, Rule> rules = new LinkedHashMap<>();
        parameters.stream().filter(parameter -> making || !parameter.has(Trait.FIXED)).forEach(parameter -> rules.put(parameter.name(), parameter.rule()));
        return rules;
    }

    /** Writes a description line by line. */
    static final class Builder {

        private final String owner;
        private final String collection;
        private final String element;
        private final List<Parameter> parameters = new ArrayList<>();
        private String unknown;
        private boolean profile;

        private Builder(String owner, String collection, String element) {
            this.owner = owner;
            this.collection = collection;
            this.element = element;
            this.unknown = element + "DoesNotExist";
        }

        Builder with(String name, Rule rule, Trait... traits) {
            return withDefault(name, rule, "", traits);
        }

        Builder withDefault(String name, Rule rule, Object fallback, Trait... traits) {
            parameters.add(new Parameter(name, rule, fallback.toString(), Parameter.traits(traits)));
            return this;
        }

        Builder texts(String... names) {
            return all(Rule.TEXT, names);
        }

        Builder ids(String... names) {
            return all(Rule.GUID, names);
        }

        Builder flags(boolean fallback, String... names) {
            for (String name : names) {
                withDefault(name, Rule.BOOL, fallback);
            }
            return this;
        }

        Builder all(Rule rule, String... names) {
            for (String name : names) {
                with(name, rule);
            }
            return this;
        }

        Builder all(Map<String, Rule> rules) {
            rules.forEach((name, rule) -> with(name, rule));
            return this;
        }

        Builder unknown(String reason) {
            unknown = reason;
            return this;
        }

        Builder profile() {
            profile = true;
            return this;
        }

        Kind done() {
            return new Kind(owner, collection, element, unknown, profile, List.copyOf(parameters));
        }
    }
}
