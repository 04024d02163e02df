package org.moothall.ui.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ValueTest {
    private final Value<String> value = new Value<>("a");
    private final List<String> told = new ArrayList<>();

    @Test
    void watchersHearTheValueAndItsChanges() {
        value.watch(told::add);
        value.set("b");
        assertEquals(List.of("a", "b"), told);
    }

    @Test
    void anEqualValueIsNoChange() {
        value.onChange(told::add);
        value.set("a");
        assertEquals(List.of(), told);
    }

    @Test
    void aClosedSubscriptionHearsNothing() {
        Subscription subscription = value.onChange(told::add);
        subscription.close();
        value.set("b");
        assertEquals(List.of(), told);
    }

    @Test
    void aMappedValueFollows() {
        Value<Integer> length = value.map(String::length);
        value.set("four");
        assertEquals(4, length.get());
    }
}
