package io.redress.redesign.table;

import io.redress.engine.table.TableColumns;
import io.redress.redesign.table.CheckedTable.Line;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What the rows of a table fit, as boxes in the space of everything that can be asked: whether two have something in
 * common, and whether something is left over.
 */
final class Regions {

    /** So much work takes a few seconds. */
    private static final long MOST_WORK = 30_000_000;

    private final boolean plain;
    private final List<Dimension> dimensions;
    private final List<BitSet[]> sure;
    private final List<BitSet[]> possible;
    private final List<BitSet[]> impossible;
    private long work = MOST_WORK;

    /** The analysis would take too long. */
    static final class TooMuch extends Exception {
        private static final long serialVersionUID = 1L;
    }

    Regions(CheckedTable table, Words words) throws TooMuch {
        dimensions = Dimension.of(table, words);
        plain = table.inputs().stream().allMatch(input -> input.asks().fact().isPresent());
        long points = dimensions.stream().mapToLong(Dimension::size).sum();
        spend(points * table.rows().size() / 4);
        sure = new ArrayList<>();
        possible = new ArrayList<>();
        for (Line row : table.rows()) {
            sure.add(dimensions.stream().map(dimension -> dimension.sure(row)).toArray(BitSet[]::new));
            possible.add(dimensions.stream()
                    .map(dimension -> dimension.possible(row))
                    .toArray(BitSet[]::new));
        }
        impossible = table.columns().map(TableColumns::impossible).orElse(List.of()).stream()
                .<BitSet[]>flatMap(together -> {
                    boolean all = together.keySet().stream().allMatch(fact -> dimensions.stream()
                            .anyMatch(has -> has.asksFor().equals(Set.of(fact))));
                    BitSet[] box = dimensions.stream()
                            .map(dimension -> together.keySet().stream()
                                    .filter(fact -> dimension.asksFor().equals(Set.of(fact)))
                                    .findFirst()
                                    .map(fact -> dimension.words(together.get(fact)))
                                    .orElseGet(dimension::all))
                            .toArray(BitSet[]::new);
                    return all ? Optional.of(box).stream() : Stream.empty();
                })
                .toList();
    }

    /**
     * Whether each column looks at a fact of its own as it is, so that any value of one goes with any of another, and a
     * value that is shown is one that there can be.
     */
    boolean areIndependent() {
        Set<String> seen = new HashSet<>();
        return plain
                && dimensions.stream()
                        .allMatch(dimension -> dimension.asksFor().stream().allMatch(seen::add));
    }

    /** An input that both rows fit for sure, by their places from 0; empty where there is none. */
    Optional<String> both(int one, int other) throws TooMuch {
        spend(1);
        for (int i = 0; i < dimensions.size(); i++) {
            if (!sure.get(one)[i].intersects(sure.get(other)[i])) {
                return Optional.empty();
            }
        }
        BitSet[] common = new BitSet[dimensions.size()];
        for (int i = 0; i < common.length; i++) {
            common[i] = (BitSet) sure.get(one)[i].clone();
            common[i].and(sure.get(other)[i]);
        }
        BitSet[] found = leftOver(common, impossible);
        return found == null ? Optional.empty() : Optional.of(inWords(found, one, other, -1));
    }

    /** An input that no row can fit; empty where there is none. */
    Optional<String> gap() throws TooMuch {
        List<BitSet[]> boxes = new ArrayList<>(possible);
        boxes.addAll(impossible);
        BitSet[] found = leftOver(all(), boxes);
        return found == null ? Optional.empty() : Optional.of(smallest(found, boxes));
    }

    /** Whether whatever a row can fit is taken by rows before it for sure; by place from 0. */
    boolean isCovered(int row) throws TooMuch {
        List<BitSet[]> before = new ArrayList<>(sure.subList(0, row));
        before.addAll(impossible);
        return leftOver(possible.get(row), before) == null;
    }

    /** Whether a row fits nothing at all. */
    boolean isEmpty(int row) {
        for (BitSet side : possible.get(row)) {
            if (side.isEmpty()) {
                return true;
            }
        }
        return false;
    }

    /**
     * A fall of the answer while a fact rises.
     *
     * @param from the place of the row, from 0, that answers where the fact is lower
     * @param to the place of the row that answers where it is higher
     * @param input what is the same in both cases
     * @param low the lower value of the fact
     * @param high the higher value of the fact
     */
    record Fall(int from, int to, String input, String low, String high) {}

    /**
     * A case in which the answer is worth less although a fact has risen; the first row that fits answers.
     *
     * @param fact what rises
     * @param worth what each row's answer is worth, {@code null} where only the engine can tell
     */
    Optional<Fall> fall(String fact, List<Integer> worth) throws TooMuch {
        for (int side = 0; side < dimensions.size(); side++) {
            if (dimensions.get(side).asksFor().equals(Set.of(fact))) {
                for (int point = 1; point < dimensions.get(side).ordered(); point++) {
                    Optional<Fall> fall = fall(side, point, worth);
                    if (fall.isPresent()) {
                        return fall;
                    }
                }
            }
        }
        return Optional.empty();
    }

    private Optional<Fall> fall(int side, int point, List<Integer> worth) throws TooMuch {
        List<Integer> below = at(side, point - 1, sure);
        List<Integer> above = at(side, point, sure);
        for (int from : below) {
            for (int to : above) {
                if (worth.get(from) == null || worth.get(to) == null || worth.get(from) <= worth.get(to)) {
                    continue;
                }
                List<BitSet[]> earlier = new ArrayList<>(impossible);
                at(side, point - 1, possible).stream()
                        .filter(row -> row < from)
                        .map(possible::get)
                        .forEach(earlier::add);
                at(side, point, possible).stream()
                        .filter(row -> row < to)
                        .map(possible::get)
                        .forEach(earlier::add);
                BitSet[] found = leftOver(common(from, to, side), without(side, earlier));
                if (found != null) {
                    Dimension rising = dimensions.get(side);
                    return Optional.of(new Fall(
                            from,
                            to,
                            inWords(found, from, to, side),
                            rising.written(point - 1),
                            rising.written(point)));
                }
            }
        }
        return Optional.empty();
    }

    private static List<Integer> at(int side, int point, List<BitSet[]> boxes) {
        return IntStream.range(0, boxes.size())
                .filter(row -> boxes.get(row)[side].get(point))
                .boxed()
                .toList();
    }

    /** What two rows have in common, whatever one side is. */
    private BitSet[] common(int one, int other, int side) {
        BitSet[] common = new BitSet[dimensions.size()];
        for (int i = 0; i < common.length; i++) {
            common[i] = i == side ? dimensions.get(i).all() : (BitSet) sure.get(one)[i].clone();
            if (i != side) {
                common[i].and(sure.get(other)[i]);
            }
        }
        return common;
    }

    private List<BitSet[]> without(int side, List<BitSet[]> boxes) {
        return boxes.stream()
                .map(box -> {
                    BitSet[] wider = box.clone();
                    wider[side] = dimensions.get(side).all();
                    return wider;
                })
                .toList();
    }

    private BitSet[] all() {
        return dimensions.stream().map(Dimension::all).toArray(BitSet[]::new);
    }

    private void spend(long cost) throws TooMuch {
        work -= cost;
        if (work < 0) {
            throw new TooMuch();
        }
    }

    /** A part of a box that none of the others covers, {@code null} where they cover it. */
    private BitSet[] leftOver(BitSet[] box, List<BitSet[]> others) throws TooMuch {
        spend(1L + others.size() * dimensions.size());
        for (BitSet side : box) {
            if (side.isEmpty()) {
                return null;
            }
        }
        List<BitSet[]> touching = new ArrayList<>();
        BitSet[] best = null;
        int fewest = Integer.MAX_VALUE;
        for (BitSet[] other : others) {
            int open = sidesLeftOpen(box, other);
            if (open == 0) {
                return null;
            }
            if (open > 0) {
                touching.add(other);
                if (open < fewest) {
                    fewest = open;
                    best = other;
                }
            }
        }
        if (best == null) {
            return box;
        }
        BitSet[] rest = box.clone();
        for (int i = 0; i < box.length; i++) {
            BitSet outside = (BitSet) rest[i].clone();
            outside.andNot(best[i]);
            if (outside.isEmpty()) {
                continue;
            }
            BitSet[] part = rest.clone();
            part[i] = outside;
            BitSet[] found = leftOver(part, touching);
            if (found != null) {
                return found;
            }
            BitSet inside = (BitSet) rest[i].clone();
            inside.and(best[i]);
            rest[i] = inside;
        }
        return null;
    }

    /** How many sides of a box stick out of another; -1 where they have nothing in common. */
    private static int sidesLeftOpen(BitSet[] box, BitSet[] other) {
        int open = 0;
        for (int i = 0; i < box.length; i++) {
            if (!box[i].intersects(other[i])) {
                return -1;
            }
            open += isWithin(box[i], other[i]) ? 0 : 1;
        }
        return open;
    }

    /** Mostly the first point tells, so that this is quicker than to subtract the one from the other. */
    private static boolean isWithin(BitSet side, BitSet other) {
        for (int point = side.nextSetBit(0); point >= 0; point = side.nextSetBit(point + 1)) {
            if (!other.get(point)) {
                return false;
            }
        }
        return true;
    }

    /** One point of a box, without what does not matter for it. */
    private String smallest(BitSet[] box, List<BitSet[]> boxes) {
        BitSet[] point = box.clone();
        for (int i = 0; i < point.length; i++) {
            BitSet one = new BitSet();
            one.set(dimensions.get(i).simplestIndex(box[i]));
            point[i] = one;
        }
        StringJoiner said = new StringJoiner(", ");
        for (int i = 0; i < point.length; i++) {
            BitSet[] wider = point.clone();
            wider[i] = dimensions.get(i).all();
            boolean matters = boxes.stream().anyMatch(other -> sidesLeftOpen(wider, other) >= 0);
            if (matters) {
                said.add(dimensions.get(i).name() + " = " + dimensions.get(i).simplest(point[i]));
            } else {
                point[i] = wider[i];
            }
        }
        return said.length() == 0 ? "–" : said.toString();
    }

    /** One point of a box, in what at least one of the rows looks at. */
    private String inWords(BitSet[] box, int one, int other, int without) {
        StringJoiner said = new StringJoiner(", ");
        for (int i = 0; i < box.length; i++) {
            BitSet all = dimensions.get(i).all();
            if (i != without && (!sure.get(one)[i].equals(all) || !sure.get(other)[i].equals(all))) {
                said.add(dimensions.get(i).name() + " = " + dimensions.get(i).simplest(box[i]));
            }
        }
        return said.length() == 0 ? "–" : said.toString();
    }
}
