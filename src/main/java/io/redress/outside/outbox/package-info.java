/**
 * The outbox for what leaves to other systems: entries are written in the transaction of what they tell, and leave in
 * order for each case and destination, until the destination has taken them.
 *
 * <p>No library carries it; these were compared in December 2026:
 *
 * <ul>
 *   <li>db-scheduler claims over nodes, and has heartbeats and back-off, but every task is due by itself: tasks of one
 *       case run in any order. With one task for each case that empties the case's entries, entries, order and position
 *       would still be ours, and the library would be left with waking us up.
 *   <li>Spring Modulith's registry of publications (1.4) repeats each event for itself, by age, has no order by case, and
 *       claims nothing over nodes.
 *   <li>Spring Integration's {@code JdbcChannelMessageStore} orders within a group, so that each case would be a channel.
 *       Its poll deletes the oldest row that is not locked in the transaction that sends: of two nodes that poll the same
 *       group, one takes the first and the other the second entry at the same time, and a connection is held as long as
 *       the receiver takes. It knows no due times, no attempts and no reasons. Of Spring Integration, nothing is on the class
 *       path yet.
 *   <li>gruelbox's transaction-outbox comes nearest: it orders by topic. But it tries everything again at one fixed interval,
 *       runs a task inside the transaction that locks its row, stores calls of Java methods by class and name, and knows no
 *       way past an entry that blocks its topic.
 *   <li>Namastack's outbox orders by key, but needs Spring Boot 4.
 * </ul>
 *
 * <p>What is left for us is one table, one statement that claims, and one that puts off.
 */
package io.redress.outside.outbox;
