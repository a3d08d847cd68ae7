package dev.slipway.agent;

import dev.slipway.agent.core.Held;
import dev.slipway.agent.core.Journal;
import dev.slipway.agent.core.Note;
import dev.slipway.agent.port.Disk;
import dev.slipway.agent.port.Scheduler;
import dev.slipway.model.Bytes;
import dev.slipway.model.Slot;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The journal on its disk. What must be there before anything is done is written at once; what
 * could be found out again, once the turn has passed on what it has to say. Lives on the agent's
 * thread.
 */
final class Book {

  /** A journal of more records is written anew, shorter, when the agent starts. */
  private static final int COMPACT_FROM = 1000;

  private final Disk disk;
  private final Scheduler scheduler;
  private final Set<Bytes> certificates;
  private final List<Note> unwritten = new ArrayList<>();
  private Journal journal;

  private Book(Disk disk, Scheduler scheduler, Journal journal, Set<Bytes> certificates) {
    this.disk = disk;
    this.scheduler = scheduler;
    this.journal = journal;
    this.certificates = certificates;
  }

  static Book open(Disk disk, Scheduler scheduler) {
    List<byte[]> records = disk.read();
    List<Note> notes = new ArrayList<>();
    Set<Bytes> certificates = new LinkedHashSet<>();
    for (byte[] bytes : records) {
      Notes.certificate(bytes)
          .ifPresentOrElse(certificates::add, () -> notes.add(Notes.decode(bytes)));
    }
    Journal journal = Journal.of(notes);
    if (records.size() > COMPACT_FROM) {
      disk.replace(
          Stream.concat(
                  certificates.stream().map(Notes::encode),
                  journal.compacted().stream().map(Notes::encode))
              .toList());
    }
    return new Book(disk, scheduler, journal, certificates);
  }

  /** The certificates that were ever used. */
  Set<Bytes> certificates() {
    return Set.copyOf(certificates);
  }

  /** Keeps a certificate with the orders that rest on it; it is durable before they are. */
  void keep(Bytes certificate) {
    if (certificates.add(certificate)) {
      disk.append(Notes.encode(certificate), false);
    }
  }

  /** Notes what must be on the disk before anything is done. */
  void noteNow(Note note) {
    write();
    disk.append(Notes.encode(note), true);
    journal = journal.with(note);
  }

  /** Notes what could be found out again. */
  void noteSoon(Note note) {
    journal = journal.with(note);
    unwritten.add(note);
    if (unwritten.size() == 1) {
      scheduler.execute(this::write);
    }
  }

  /** Writes what is noted, and does not wait for the disk. */
  void write() {
    unwritten.forEach(note -> disk.append(Notes.encode(note), false));
    unwritten.clear();
  }

  Optional<Held> held(Slot slot) {
    return journal.of(slot);
  }

  Collection<Held> all() {
    return journal.held().values();
  }
}
