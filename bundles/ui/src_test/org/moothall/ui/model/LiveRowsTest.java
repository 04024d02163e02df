package org.moothall.ui.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LiveRowsTest {
    private record Row(String id, int people) {}

    private final LiveRows<Row> rows = new LiveRows<>(Row::id);

    @Test
    void itLoadsUntilTheFirstRowsAreThere() {
        assertInstanceOf(LiveRows.State.Loading.class, rows.state());
        rows.replaceAll(List.of());
        assertInstanceOf(LiveRows.State.Ready.class, rows.state());
    }

    @Test
    void anUpdateReplacesTheRowOfTheSameId() {
        rows.replaceAll(List.of(new Row("a", 1), new Row("b", 2)));
        rows.put(List.of(new Row("a", 5)));
        assertEquals(List.of(new Row("a", 5), new Row("b", 2)), rows.visible());
    }

    @Test
    void rowsAreFilteredAndSortedAsTheyCome() {
        rows.sort(Comparator.comparingInt(Row::people).reversed());
        rows.filter(row -> row.people() > 1);
        rows.replaceAll(List.of(new Row("a", 1), new Row("b", 2)));
        rows.put(List.of(new Row("c", 3)));
        assertEquals(List.of(new Row("c", 3), new Row("b", 2)), rows.visible());
        assertEquals(3, rows.total());
    }

    @Test
    void equalRowsStandInOrderOfTheirIdsSoThatNothingJumps() {
        rows.sort(Comparator.comparingInt(Row::people));
        rows.replaceAll(List.of(new Row("b", 1), new Row("a", 1)));
        assertEquals(List.of("a", "b"), rows.visible().stream().map(Row::id).toList());
    }

    @Test
    void aFailureKeepsTheRowsThatAreThere() {
        rows.replaceAll(List.of(new Row("a", 1)));
        rows.failed("The server does not answer.");
        assertEquals(1, rows.visible().size());
        assertInstanceOf(LiveRows.State.Failed.class, rows.state());
    }

    @Test
    void aChangeOfManyRowsIsToldOnce() {
        List<Integer> told = new ArrayList<>();
        rows.onChange(() -> told.add(rows.visible().size()));
        rows.put(IntStream.range(0, 10_000).mapToObj(i -> new Row("r" + i, i)).toList());
        assertEquals(List.of(10_000), told);
    }

    @Test
    void whatWasShownBeforeIsNotChanged() {
        rows.replaceAll(List.of(new Row("a", 1)));
        List<Row> before = rows.visible();
        rows.remove(List.of("a"));
        assertEquals(List.of(new Row("a", 1)), before);
    }

    @Test
    void manyChangesInABatchAreToldOnce() {
        rows.replaceAll(List.of(new Row("a", 1)));
        List<Integer> told = new ArrayList<>();
        rows.onChange(() -> told.add(rows.visible().size()));
        rows.batch(() -> {
            rows.put(List.of(new Row("b", 2)));
            rows.put(List.of(new Row("c", 3)));
            rows.remove(List.of("a"));
        });
        assertEquals(List.of(2), told);
        rows.batch(() -> {});
        assertEquals(List.of(2), told, "nothing changed, nothing told");
    }
}
