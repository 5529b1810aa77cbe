package io.redress.core.database;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The memory of a transaction: what it has read of our tables, so that whatever asks for the same rows again in it need
 * not read them again. Rows are forgotten as soon as this thread writes to their table, in whatever transaction.
 * Everything is forgotten when a lock is taken, because whoever takes one wants to see what others did before; when the
 * world outside is asked, because that takes time; and when the transaction ends. Without a transaction nothing is
 * remembered.
 *
 * <p>What is remembered is handed to several readers: only what nobody changes may be.
 */
@Component
public class TransactionMemory {

    private static final ThreadLocal<Deque<Map<Question, Object>>> MEMORIES = ThreadLocal.withInitial(ArrayDeque::new);

    private final PerTransaction<Map<Question, Object>> memory = new PerTransaction<>(TransactionMemory::begin);

    /** @param key which rows of the tables, and in what form */
    private record Question(Set<String> tables, Object key) {}

    /**
     * What these rows are, remembered or read.
     *
     * @param tables the tables of our schema that are read, without the schema's name
     * @param key which rows of them; another kind of key in every place that reads the same tables in another form
     */
    public <T> T of(Set<String> tables, Object key, Supplier<T> read) {
        if (!PerTransaction.isActive()) {
            return read.get();
        }
        Question question = new Question(tables, key);
        @SuppressWarnings("unchecked")
        T remembered = (T) memory.get().get(question);
        if (remembered == null) {
            remembered = read.get();
            memory.get().put(question, remembered);
        }
        return remembered;
    }

    /** Keeps what these rows are now, as whoever has just written them knows without reading them again. */
    public <T> void keep(Set<String> tables, Object key, T written) {
        if (PerTransaction.isActive()) {
            memory.get().put(new Question(tables, key), written);
        }
    }

    /** Forgets what this thread's transactions have read of these tables. */
    static void forget(Collection<String> tables) {
        MEMORIES.get().forEach(memory -> memory.keySet()
                .removeIf(question -> !Collections.disjoint(question.tables(), tables)));
    }

    /** Forgets everything that this thread's transactions have read. */
    public static void forgetAll() {
        MEMORIES.get().forEach(Map::clear);
    }

    private static Map<Question, Object> begin() {
        Map<Question, Object> memory = new HashMap<>();
        MEMORIES.get().push(memory);
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                memory.clear();
            }

            @Override
            public void afterCompletion(int status) {
                end(memory);
            }
        });
        return memory;
    }

    private static void end(Map<Question, Object> memory) {
        Deque<Map<Question, Object>> memories = MEMORIES.get();
        memories.removeIf(one -> one == memory);
        if (memories.isEmpty()) {
            MEMORIES.remove();
        }
    }
}
