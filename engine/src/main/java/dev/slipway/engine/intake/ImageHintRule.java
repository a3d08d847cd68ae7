package dev.slipway.engine.intake;

import dev.slipway.engine.deliberation.Deliberation;
import dev.slipway.engine.deliberation.Settlements;
import dev.slipway.engine.deliberation.Told;
import dev.slipway.engine.fold.Images;
import dev.slipway.engine.fold.Images.ImageState;
import dev.slipway.model.ApplicationName;
import dev.slipway.model.Reason;
import dev.slipway.model.entry.CauseSettled.Settlement;
import dev.slipway.model.entry.ImageMoved;
import dev.slipway.model.event.Event;
import dev.slipway.model.image.ImageRepository;
import dev.slipway.model.image.ImageSource;
import dev.slipway.model.image.PinnedImage;
import dev.slipway.model.need.Answer;
import dev.slipway.model.need.Fact;
import dev.slipway.model.need.Need;
import dev.slipway.model.state.Shipment;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A hint that images moved has those looked at that applications follow: which image is meant is
 * read back from the registry, at the address by which the document names it.
 *
 * <pre>
 *   hint(repositories) → nobody follows any        → nothing follows
 *                      → ImageOf → same as known   → nothing follows
 *                                → another image   → it moved, for each that follows it, and its
 *                                                    triggers judge
 *                                → not to be asked → nothing follows; a poll will find it
 * </pre>
 */
final class ImageHintRule {

  private static final Reason KNOWN =
      new Reason("image-known", "The images are those that they were known to be.");

  private ImageHintRule() {}

  /** An application, and one of the images that it follows. */
  private record Following(ApplicationName application, ImageSource source) {}

  static Optional<Settlement> decide(Deliberation d, Event.ImagesHinted hint) {
    List<Following> followings = followings(d, hint);
    if (followings.isEmpty()) {
      return Settlements.nothing(
          "image-not-followed",
          "No application follows an image of %s.".formatted(named(hint.repositories())));
    }
    List<ImageMoved> moves = new ArrayList<>();
    Optional<Reason> unread = Optional.empty();
    for (Following one : followings) {
      switch (ask(d, one)) {
        case Told.Open<Answer.Image> _ -> {}
        case Told.Known<Answer.Image>(Answer.Image(PinnedImage image), Instant at) ->
            move(d, one, image, at).ifPresent(moves::add);
        case Told.Unusable<Answer.Image>(Reason because) -> unread = Optional.of(because);
        case Told.Unavailable<Answer.Image>(Reason because) ->
            unread =
                Optional.of(
                    Settlements.unavailable(because, "The next poll will find what moved."));
      }
    }
    if (d.isAsking()) {
      return Settlements.open();
    }
    if (moves.isEmpty()) {
      return Settlements.nothing(unread.orElse(KNOWN));
    }
    moves.forEach(d::write);
    List<Shipment> shipments = new ArrayList<>();
    moves.stream()
        .map(ImageMoved::application)
        .distinct()
        .forEach(application -> shipments.addAll(ImageRule.judge(d, application, moves)));
    if (d.isAsking()) {
      return Settlements.open();
    }
    Dispatch.all(d, shipments);
    return Settlements.followed(
        "images-moved",
        "Images moved: %d, shipments made: %d.".formatted(moves.size(), shipments.size()));
  }

  private static Told<Answer.Image> ask(Deliberation d, Following one) {
    Optional<ImageState> known = d.world().images().of(one.application(), one.source());
    return Told.image(
        d, new Need.ImageOf(one.source()), fact -> known.filter(it -> isOlder(fact, it)).isEmpty());
  }

  private static boolean isOlder(Fact fact, ImageState known) {
    return fact.at().isBefore(known.readAt());
  }

  /** Another digest is another image; another tag for the same one is not. */
  private static Optional<ImageMoved> move(
      Deliberation d, Following one, PinnedImage image, Instant at) {
    Optional<ImageState> known = d.world().images().of(one.application(), one.source());
    return known.filter(it -> it.digest().equals(image.digest())).isPresent()
        ? Optional.empty()
        : Optional.of(
            new ImageMoved(
                one.application(),
                one.source(),
                known.map(ImageState::n).orElse(0L) + 1,
                image.tag(),
                image.digest(),
                known.map(ImageState::digest),
                at,
                image.rebased()));
  }

  /**
   * Whom the hint may mean. A registry need not know by which host others reach it, so where none
   * of its images is named by the host that it told, those of the same path are looked at.
   */
  private static List<Following> followings(Deliberation d, Event.ImagesHinted hint) {
    Set<Following> followings = new LinkedHashSet<>();
    for (ImageRepository hinted : hint.repositories()) {
      List<Following> there =
          all(d).stream()
              .filter(one -> repositories(one).anyMatch(it -> it.path().equals(hinted.path())))
              .toList();
      List<Following> exactly =
          there.stream().filter(one -> repositories(one).anyMatch(hinted::equals)).toList();
      followings.addAll(exactly.isEmpty() ? there : exactly);
    }
    followings.forEach(one -> d.application(one.application()));
    return List.copyOf(followings);
  }

  private static Stream<ImageRepository> repositories(Following one) {
    return one.source().repositories().stream();
  }

  private static List<Following> all(Deliberation d) {
    return d.world().declared().applications().values().stream()
        .map(application -> application.definition())
        .flatMap(definition ->
            Images.followed(definition).stream()
                .map(source -> new Following(definition.name(), source)))
        .toList();
  }

  private static String named(List<ImageRepository> repositories) {
    return repositories.size() == 1
        ? repositories.getFirst().value()
        : "these %d repositories".formatted(repositories.size());
  }
}
