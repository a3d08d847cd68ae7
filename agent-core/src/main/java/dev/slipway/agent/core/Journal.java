package dev.slipway.agent.core;

import dev.slipway.model.Slot;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the notes of a journal add up to: the order that each slot holds. Folding is total: a note
 * that does not fit, as one for a fence that is no longer held, changes nothing. Immutable.
 */
public record Journal(SortedMap<Slot, Held> held) {

  public static final Journal EMPTY = new Journal(new TreeMap<>());

  public static Journal of(List<Note> notes) {
    Journal journal = EMPTY;
    for (Note note : notes) {
      journal = journal.with(note);
    }
    return journal;
  }

  public Optional<Held> of(Slot slot) {
    return Optional.ofNullable(held.get(slot));
  }

  public Journal with(Note note) {
    Optional<Held> before = of(note.slot());
    return folded(before, note).map(this::with).orElse(this);
  }

  private Journal with(Held next) {
    SortedMap<Slot, Held> copy = new TreeMap<>(held);
    copy.put(next.slot(), next);
    return new Journal(copy);
  }

  private static Optional<Held> folded(Optional<Held> before, Note note) {
    return switch (note) {
      case Note.Accepted accepted -> Optional.of(fresh(accepted));
      case Note.Confirmed confirmed -> before.map(held -> confirmed(held, confirmed));
      case Note.Intended intended ->
          before.filter(held -> isOf(held, note)).map(held -> intended(held, intended));
      case Note.Ended ended ->
          before.filter(held -> isOf(held, note)).map(held -> ended(held, ended));
      case Note.Acknowledged _ ->
          before.filter(held -> isOf(held, note)).map(Journal::acknowledged);
    };
  }

  private static boolean isOf(Held held, Note note) {
    return held.fence().equals(note.fence());
  }

  private static Held fresh(Note.Accepted note) {
    return new Held(
        note.slot(),
        note.fence(),
        note.fence(),
        note.body(),
        note.envelope(),
        Set.of(0),
        note.machine(),
        Optional.empty(),
        false);
  }

  /** The outcome, where there is one, is owed again: under the new fence nobody has heard it. */
  private static Held confirmed(Held held, Note.Confirmed note) {
    return new Held(
        held.slot(),
        note.fence(),
        held.begun(),
        held.body(),
        note.envelope(),
        held.steps(),
        held.machine(),
        held.outcome(),
        false);
  }

  private static Held intended(Held held, Note.Intended note) {
    Set<Integer> steps = new HashSet<>(held.steps());
    steps.add(note.step());
    return new Held(
        held.slot(),
        held.fence(),
        held.begun(),
        held.body(),
        held.envelope(),
        steps,
        note.machine(),
        held.outcome(),
        held.acknowledged());
  }

  private static Held ended(Held held, Note.Ended note) {
    return new Held(
        held.slot(),
        held.fence(),
        held.begun(),
        held.body(),
        held.envelope(),
        held.steps(),
        held.machine(),
        Optional.of(note.outcome()),
        false);
  }

  private static Held acknowledged(Held held) {
    return new Held(
        held.slot(),
        held.fence(),
        held.begun(),
        held.body(),
        held.envelope(),
        held.steps(),
        held.machine(),
        held.outcome(),
        true);
  }

  /** The fewest notes that add up to the same, for a journal that is written anew. */
  public List<Note> compacted() {
    return held.values().stream().flatMap(one -> compacted(one).stream()).toList();
  }

  private static List<Note> compacted(Held held) {
    List<Note> notes = new ArrayList<>();
    notes.add(
        new Note.Accepted(held.slot(), held.begun(), held.body(), held.envelope(), held.machine()));
    held.steps().stream()
        .filter(step -> step > 0)
        .sorted()
        .map(step -> new Note.Intended(held.slot(), held.begun(), step, held.machine()))
        .forEach(notes::add);
    if (!held.fence().equals(held.begun())) {
      notes.add(new Note.Confirmed(held.slot(), held.fence(), held.envelope()));
    }
    held.outcome()
        .map(outcome -> new Note.Ended(held.slot(), held.fence(), outcome))
        .ifPresent(notes::add);
    if (held.acknowledged()) {
      notes.add(new Note.Acknowledged(held.slot(), held.fence()));
    }
    return List.copyOf(notes);
  }
}
