package dev.slipway.config.read;

import dev.slipway.codec.Digests;
import dev.slipway.config.schema.Shape;
import dev.slipway.config.schema.Shapes;
import dev.slipway.config.schema.Type;
import dev.slipway.config.text.Node;
import dev.slipway.config.text.Problems;
import dev.slipway.config.text.Sheet;
import dev.slipway.model.Bytes;
import dev.slipway.model.Digest;
import dev.slipway.model.Nearest;
import dev.slipway.model.command.Document;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads one document of any kind. Not safe for several threads: one compilation owns it. */
public final class DocumentReader {

  private final Problems problems;

  public DocumentReader(Problems problems) {
    this.problems = problems;
  }

  /**
   * The document as a definition. It is of use only when no problem was found in the whole file.
   *
   * @param allowed the kinds that may stand here
   */
  public Optional<Document> read(Sheet document, List<Shape> allowed) {
    if (!(document.root() instanceof Node.Fields root)) {
      if (!(document.root() instanceof Node.Refused)) {
        problems.add(
            document.root().place(), "not-a-document", "A document is a mapping." + heads(allowed));
      }
      return Optional.empty();
    }
    return shapeOf(root, allowed).flatMap(shape -> definition(shape, root, document.bytes()));
  }

  /**
   * A target names its environment too, and an overlay or a policy its owner, so they are looked
   * for first.
   */
  private Optional<Shape> shapeOf(Node.Fields root, List<Shape> allowed) {
    Optional<Shape> shape =
        Stream.of(
                Shapes.TARGET,
                Shapes.APPLICATION,
                Shapes.ENVIRONMENT_GROUP,
                Shapes.ENVIRONMENT,
                Shapes.RESOURCE,
                Shapes.OVERLAY,
                Shapes.POLICY,
                Shapes.NOTIFICATION,
                Shapes.OWNER)
            .filter(each -> root.field(each.name()).isPresent())
            .findFirst();
    Optional<Node.Field> first = root.fields().stream().findFirst();
    List<String> heads = allowed.stream().map(Shape::name).toList();
    if (shape.isEmpty() || isMistaken(shape.orElseThrow(), first, heads)) {
      problems.add(
          first.map(Node.Field::place).orElseGet(root::place),
          "unknown-document",
          "It does not say what kind of document this is." + heads(allowed),
          first.flatMap(field -> Nearest.of(field.name(), heads)));
      return Optional.empty();
    }
    if (!allowed.contains(shape.orElseThrow())) {
      problems.add(
          root.place(),
          "document-not-here",
          "A document of this kind is applied by the platform's owner; it cannot stand here."
              + heads(allowed));
      return Optional.empty();
    }
    return shape;
  }

  /**
   * Others name an owner and an environment too; so one that begins nearly as they do is theirs.
   */
  private static boolean isMistaken(Shape shape, Optional<Node.Field> first, List<String> heads) {
    return (shape.equals(Shapes.OWNER) || shape.equals(Shapes.ENVIRONMENT))
        && first
            .map(Node.Field::name)
            .filter(name -> !shape.names().contains(name))
            .flatMap(name -> Nearest.of(name, heads))
            .isPresent();
  }

  private static String heads(List<Shape> allowed) {
    return " Start it with "
        + String.join(" or ", allowed.stream().map(s -> "'" + s.name() + ": NAME'").toList())
        + ".";
  }

  private Optional<Document> definition(Shape shape, Node.Fields root, Bytes bytes) {
    Digest digest = Digests.sha256(bytes.toArray());
    Node checked = new Conformity(problems).check(shape.name(), root, new Type.Known(shape));
    if (!(checked instanceof Node.Fields fields)) {
      return Optional.empty();
    }
    return switch (shape.name()) {
      case "application" ->
          new ApplicationReader(problems)
              .read(fields)
              .map(read -> new Document.OfApplication(read, digest));
      case "environment" ->
          new PlatformReader(problems)
              .environment(fields)
              .map(read -> new Document.OfEnvironment(read, digest));
      case "environment_group" ->
          new EnvironmentGroupReader(problems)
              .read(fields)
              .map(read -> new Document.OfEnvironmentGroup(read, digest));
      case "resource" ->
          new PlatformReader(problems)
              .resource(fields)
              .map(read -> new Document.OfResource(read, digest));
      case "owner" ->
          new OwnerReader(problems).read(fields).map(read -> new Document.OfOwner(read, digest));
      case "policy" ->
          new PolicyReader(problems)
              .read(fields, bytes.size())
              .map(read -> new Document.OfPolicy(read, digest));
      case "notification" ->
          new NotificationReader(problems)
              .read(fields)
              .map(read -> new Document.OfNotification(read, digest));
      case "overlay" ->
          new OverlayReader(problems)
              .read(fields, bytes.size())
              .map(read -> new Document.OfOverlay(read, digest));
      default -> TargetReader.read(fields, digest);
    };
  }
}
