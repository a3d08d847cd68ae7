package dev.slipway.config.text;

import dev.slipway.model.Bytes;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;

/** Reads a file of YAML documents (JSON is YAML) into trees. Stateless. */
public final class DocumentFile {

  private static final int DOCUMENTS_MAX = 200;

  private DocumentFile() {}

  /**
   * The documents of a file in their order. What is wrong goes to {@code problems}; trees that were
   * read before a mistake that ends the reading are returned all the same, so that their own
   * mistakes can be told too.
   */
  public static List<Sheet> read(Bytes bytes, Problems problems) {
    return SourceText.decode(bytes, problems)
        .map(text -> documentsOf(text, problems))
        .orElseGet(List::of);
  }

  private static List<Sheet> documentsOf(String text, Problems problems) {
    var roots = new ArrayList<Node>();
    var starts = new ArrayList<Integer>();
    try {
      Iterator<Event> events = new Parse(settings(text)).parseString(text).iterator();
      var reader = new TreeReader(events, problems);
      while (events.hasNext() && starts.size() < DOCUMENTS_MAX) {
        Event event = events.next();
        if (event instanceof DocumentStartEvent) {
          starts.add(event.getStartMark().orElseThrow().getIndex());
          roots.add(reader.next(0));
        }
      }
      if (events.hasNext() && starts.size() == DOCUMENTS_MAX) {
        refuseMore(events, problems);
      }
    } catch (TreeReader.TooDeep e) {
      problems.add(e.place(), "nesting-too-deep", TreeReader.TooDeep.MESSAGE);
    } catch (RuntimeException e) {
      // Not only the library's own exceptions: hostile escapes also make it throw others.
      Malformed.report(e, text, problems);
    }
    return cut(text, roots, starts);
  }

  private static void refuseMore(Iterator<Event> events, Problems problems) {
    while (events.hasNext()) {
      if (events.next() instanceof DocumentStartEvent next) {
        problems.add(
            TreeReader.placeOf(next),
            "too-many-documents",
            "A file may hold at most " + DOCUMENTS_MAX + " documents. Split it into several.");
        return;
      }
    }
  }

  /**
   * The limits are ours, see {@link SourceText} and {@link TreeReader}. The whole text is buffered
   * at once, because the library copies its buffer whenever it grows: a long line would cost the
   * square of its length.
   */
  private static LoadSettings settings(String text) {
    return LoadSettings.builder()
        .setUseMarks(true)
        .setCodePointLimit(Integer.MAX_VALUE)
        .setBufferSize(Math.max(1024, text.length() + 1))
        .build();
  }

  private static List<Sheet> cut(String text, List<Node> roots, List<Integer> starts) {
    var documents = new ArrayList<Sheet>();
    for (int i = 0; i < roots.size(); i++) {
      int from = i == 0 ? 0 : text.offsetByCodePoints(0, starts.get(i));
      int to =
          i + 1 < starts.size() ? text.offsetByCodePoints(0, starts.get(i + 1)) : text.length();
      documents.add(new Sheet(roots.get(i), Bytes.ofUtf8(text.substring(from, to))));
    }
    return documents;
  }
}
