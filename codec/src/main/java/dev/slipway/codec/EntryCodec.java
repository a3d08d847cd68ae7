package dev.slipway.codec;

import dev.slipway.codec.shape.FamilyShape;
import dev.slipway.codec.shape.Json;
import dev.slipway.codec.shape.JsonText;
import dev.slipway.codec.shape.RecordShape;
import dev.slipway.codec.shape.Shapes;
import dev.slipway.codec.shape.Undecodable;
import dev.slipway.model.ActorId;
import dev.slipway.model.Digest;
import dev.slipway.model.Position;
import dev.slipway.model.StreamKey;
import dev.slipway.model.entry.Draft;
import dev.slipway.model.entry.Entry;
import dev.slipway.model.entry.Recorded;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Entries as the exact bytes that the ledger keeps; docs/ledger-format.md describes them.
 * Stateless; thread-safe.
 */
public final class EntryCodec {

  /** What the first entry has as its previous hash. */
  public static final Digest BEFORE_FIRST = Digest.ofHex("0".repeat(64));

  /** More than any entry should ever need; what is larger belongs among the blobs. */
  private static final int PAYLOAD_LENGTH_MAX = 1024 * 1024;

  /** Room for such a payload in UTF-8, and for what is around it. */
  private static final int SIZE_MAX = 4 * PAYLOAD_LENGTH_MAX;

  private static final FamilyShape ENTRIES = new FamilyShape(Entry.class);
  private static final RecordShape FRAME = Shapes.ofRecord(Frame.class);

  /** What every entry has around its payload. */
  public record Frame(
      ActorId actor,
      Instant at,
      Optional<Position> cause,
      Position position,
      Digest previous,
      StreamKey stream,
      String type,
      int version) {}

  private EntryCodec() {}

  /**
   * Encodes what does not depend on the entry's place.
   *
   * @throws IllegalArgumentException when the entry has no canonical form, as one with half a
   *     character in it, or a payload of more than 1,048,576 characters
   */
  public static Prepared prepare(Draft draft) {
    String type = ENTRIES.name(draft.entry());
    String payload = ENTRIES.bareText(draft.entry());
    if (payload.length() > PAYLOAD_LENGTH_MAX) {
      throw new IllegalArgumentException("An entry of type " + type + " is too large");
    }
    return new Prepared(draft, type, Upcasters.ALL.versionOf(type), payload);
  }

  /**
   * The canonical bytes of an entry.
   *
   * @param previousHash the {@linkplain Leaf#hash leaf hash} of the entry before it, or {@link
   *     #BEFORE_FIRST}
   */
  public static byte[] encode(Recorded recorded, Digest previousHash) {
    Draft draft =
        new Draft(recorded.stream(), recorded.actor(), recorded.cause(), recorded.entry());
    return prepare(draft).bytes(recorded.position(), recorded.at(), previousHash);
  }

  /**
   * Reads an entry of any version that there has been.
   *
   * @throws Undecodable when the bytes are none, or are of a newer Slipway
   */
  public static Recorded decode(byte[] bytes) {
    return decodeLinked(bytes).recorded();
  }

  /** As {@link #decode}, with the link to the entry before. */
  public static Linked decodeLinked(byte[] bytes) {
    return decodeLinked(bytes, Upcasters.ALL);
  }

  static Linked decodeLinked(byte[] bytes, Upcasters upcasters) {
    Json json = JsonText.read(bytes, SIZE_MAX);
    Frame frame = (Frame) FRAME.decodeAmong(json, Set.of("payload"));
    RecordShape shape =
        ENTRIES
            .named(frame.type)
            .orElseThrow(
                () -> new Undecodable("type", "is not known; a newer Slipway may have written it"));
    Json payload = upcasters.lift(frame.type, frame.version, payload(json));
    try {
      Recorded recorded =
          new Recorded(
              frame.position,
              frame.at,
              frame.stream,
              frame.actor,
              frame.cause,
              (Entry) shape.decode(payload));
      return new Linked(recorded, frame.previous);
    } catch (Undecodable e) {
      throw e.within("payload");
    }
  }

  private static Json payload(Json entry) {
    return entry instanceof Json.Members(Map<String, Json> members)
        ? members.getOrDefault("payload", new Json.Nothing())
        : new Json.Nothing();
  }

  /** An entry's stable type name, such as {@code head-moved}. */
  public static String typeOf(Entry entry) {
    return ENTRIES.name(entry);
  }

  /** The stable names of all types, sorted. */
  public static Set<String> types() {
    return ENTRIES.names();
  }

  /** An entry's payload as canonical JSON, for showing. */
  public static String payload(Entry entry) {
    return ENTRIES.bareText(entry);
  }
}
