package dev.slipway.config.text;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;

/**
 * Turns events into a tree and refuses what documents must not hold: tags, anchors, aliases, merge
 * keys, keys that are no text, keys twice, and deep nesting. It recurses no deeper than the nesting
 * that is allowed.
 */
final class TreeReader {

  private static final int DEPTH_MAX = 32;

  private final Iterator<Event> events;
  private final Problems problems;

  TreeReader(Iterator<Event> events, Problems problems) {
    this.events = events;
    this.problems = problems;
  }

  /** Ends the reading of a file whose nesting passes the limit. */
  static final class TooDeep extends RuntimeException {

    static final String MESSAGE =
        "This is nested more than " + DEPTH_MAX + " levels deep. No document needs that.";
    private static final long serialVersionUID = 1L;
    private final transient Place place;

    TooDeep(Place place) {
      super(MESSAGE, null, false, false);
      this.place = place;
    }

    Place place() {
      return place;
    }
  }

  static Place placeOf(Event event) {
    Mark mark = event.getStartMark().orElseThrow();
    return new Place(mark.getLine() + 1, mark.getColumn() + 1);
  }

  /** The tree that starts with the next event. */
  Node next(int depth) {
    return treeOf(events.next(), depth);
  }

  private Node treeOf(Event start, int depth) {
    Place place = placeOf(start);
    if (depth > DEPTH_MAX) {
      throw new TooDeep(place);
    }
    boolean refused = start instanceof NodeEvent node && isRefused(node, place);
    Node tree =
        switch (start) {
          case ScalarEvent scalar -> textOf(scalar, place);
          case MappingStartEvent _ -> fieldsFrom(place, depth);
          case CollectionStartEvent _ -> itemsFrom(place, depth);
          default -> new Node.Refused(place);
        };
    return refused ? new Node.Refused(place) : tree;
  }

  private boolean isRefused(NodeEvent node, Place place) {
    boolean tagged =
        switch (node) {
          case ScalarEvent scalar -> scalar.getTag().isPresent();
          case CollectionStartEvent collection -> collection.getTag().isPresent();
          default -> false;
        };
    boolean alias = node instanceof AliasEvent;
    if (tagged) {
      problems.add(
          place, "tag-refused", "Documents have no types, so no tags ('!…'). Remove the tag.");
    } else if (alias || node.getAnchor().isPresent()) {
      problems.add(
          place,
          alias ? "alias-refused" : "anchor-refused",
          "Documents have no anchors ('&…') and aliases ('*…'). Write the value itself, or put"
              + " quotes around it if it is meant as text.");
    }
    return tagged || alias || node.getAnchor().isPresent();
  }

  private static Node.Text textOf(ScalarEvent scalar, Place place) {
    Mark start = scalar.getStartMark().orElseThrow();
    Mark end = scalar.getEndMark().orElseThrow();
    int lead = scalar.isSQuoted() || scalar.isDQuoted() ? 1 : 0;
    String value = scalar.getValue();
    boolean asItStands =
        start.getLine() == end.getLine()
            && end.getColumn() - start.getColumn()
                == value.codePointCount(0, value.length()) + 2 * lead;
    return new Node.Text(
        value, place, !scalar.isPlain(), asItStands ? Optional.of(lead) : Optional.empty());
  }

  private Node.Items itemsFrom(Place place, int depth) {
    List<Node> items = new ArrayList<>();
    for (Event event = events.next();
        !(event instanceof CollectionEndEvent);
        event = events.next()) {
      items.add(treeOf(event, depth + 1));
    }
    return new Node.Items(items, place);
  }

  private Node.Fields fieldsFrom(Place place, int depth) {
    List<Node.Field> fields = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (Event event = events.next();
        !(event instanceof CollectionEndEvent);
        event = events.next()) {
      Place keyPlace = placeOf(event);
      Node key = treeOf(event, depth + 1);
      Node value = next(depth + 1);
      if (key instanceof Node.Text(String name, Place _, boolean quoted, Optional<Integer> _)
          && isAllowedKey(name, quoted, keyPlace, names)) {
        fields.add(new Node.Field(name, keyPlace, value));
      } else if (key instanceof Node.Items || key instanceof Node.Fields) {
        problems.add(keyPlace, "key-not-text", "A key must be a plain text.");
      }
    }
    return new Node.Fields(fields, place);
  }

  private boolean isAllowedKey(String name, boolean quoted, Place place, Set<String> names) {
    if (!quoted && name.equals("<<")) {
      problems.add(
          place, "merge-key-refused", "Merge keys ('<<') are not read. Write the keys themselves.");
      return false;
    }
    if (!names.add(name)) {
      problems.add(
          place,
          "duplicate-key",
          "The key " + Excerpt.of(name) + " stands here a second time. Keep one of them.");
      return false;
    }
    return true;
  }
}
