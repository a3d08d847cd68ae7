package dev.slipway.agent.core;

import dev.slipway.model.observation.Report;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Reports that the server may not have. Each message has a number; a report stays until a message
 * that carries it was answered. A message that failed goes again under its own number, so that the
 * server knows it; but only while no later one was sent, for the server may drop what comes late.
 * Immutable.
 *
 * @param waiting reports that no message carries
 * @param sent the messages without an answer, by number
 * @param last the highest number given so far
 */
public record Outbox(List<Report> waiting, SortedMap<Long, List<Report>> sent, long last) {

  /** The state of one slot is told by its newest observation, so no more of them are kept. */
  private static final int WAITING_MAX = 1000;

  public static final Outbox EMPTY = new Outbox(List.of(), new TreeMap<>(), 0);

  public Outbox {
    waiting = List.copyOf(waiting);
  }

  /** A message to be sent, and the outbox that has sent it. */
  public record Message(long number, List<Report> reports, Outbox next) {}

  /** Adds a report. An observation takes the place of an earlier one of its slot. */
  public Outbox add(Report report) {
    List<Report> reports = new ArrayList<>(waiting);
    if (report instanceof Report.Observed) {
      reports.removeIf(
          other -> other instanceof Report.Observed && other.slot().equals(report.slot()));
    }
    reports.add(report);
    boolean tooMany = reports.size() > WAITING_MAX;
    return new Outbox(tooMany ? reports.subList(1, reports.size()) : reports, sent, last);
  }

  /** Takes all that waits into the next message. */
  public Message send() {
    long number = last + 1;
    SortedMap<Long, List<Report>> messages = new TreeMap<>(sent);
    messages.put(number, waiting);
    return new Message(number, waiting, new Outbox(List.of(), messages, number));
  }

  /** What a message that was answered carried; the server has it. */
  public List<Report> carried(long number) {
    return sent.getOrDefault(number, List.of());
  }

  public Outbox answered(long number) {
    SortedMap<Long, List<Report>> messages = new TreeMap<>(sent);
    messages.remove(number);
    return new Outbox(waiting, messages, last);
  }

  /** The message to send again as it was; empty when a later one was sent meanwhile. */
  public Optional<Message> again(long number) {
    return number == last && sent.containsKey(number)
        ? Optional.of(new Message(number, carried(number), this))
        : Optional.empty();
  }

  /** Gives up a message's number; what it carried waits again, before all else. */
  public Outbox returned(long number) {
    List<Report> reports = new ArrayList<>(carried(number));
    reports.addAll(waiting);
    return new Outbox(reports, answered(number).sent(), last);
  }
}
