package dev.slipway.loop.inbox;

import dev.slipway.engine.fold.Images;
import dev.slipway.engine.fold.Images.ImageState;
import dev.slipway.engine.fold.World;
import dev.slipway.loop.Ports;
import dev.slipway.loop.keeper.Answers;
import dev.slipway.loop.keeper.Worlds;
import dev.slipway.loop.port.Journal;
import dev.slipway.loop.port.Scheduler;
import dev.slipway.loop.port.Workers;
import dev.slipway.model.Bytes;
import dev.slipway.model.Digest;
import dev.slipway.model.Organisation;
import dev.slipway.model.Reason;
import dev.slipway.model.definition.ApplicationDefinition;
import dev.slipway.model.event.Event;
import dev.slipway.model.image.ImageRepository;
import dev.slipway.model.image.ImageSource;
import dev.slipway.model.image.PinnedImage;
import dev.slipway.source.ImageRegistries;
import dev.slipway.source.Reading;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/**
 * Asks registries now and then which images are meant that applications follow, so that nothing is
 * missed when no notification comes. It only hints: what it found is read back like any other news.
 * One registry is asked one thing after another and beside the others, and one that cannot be asked
 * is left alone for longer each time. All methods are called in the loop's turn.
 */
final class ImagePoller {

  /** The next look finds the rest. */
  private static final int REPOSITORIES_PER_HINT_MAX = 100;

  private static final double JITTER = 0.2;

  private final ImageRegistries registries;
  private final Hints hints;
  private final Worlds worlds;
  private final Workers workers;
  private final Scheduler scheduler;
  private final InstantSource clock;
  private final RandomGenerator random;
  private final Journal journal;
  private final Duration interval;

  private final Set<String> looking = new HashSet<>();
  private final InVain<String> vain;
  private final Map<String, Failed> failed = new HashMap<>();
  private final ImageTroubles troubles;

  ImagePoller(ImageRegistries registries, Inbox inbox, Worlds worlds, Ports ports) {
    this.registries = registries;
    hints = Hints.into(inbox, ports);
    this.worlds = worlds;
    workers = ports.workers();
    scheduler = ports.scheduler();
    clock = ports.clock();
    random = ports.random();
    journal = ports.journal();
    interval = ports.pollInterval();
    vain = new InVain<>(interval);
    troubles = new ImageTroubles(journal);
  }

  /** What became of a look at a registry; when it cannot be asked, it is asked no more at once. */
  private record Looked(
      Map<ImageSource, PinnedImage> images,
      Map<ImageSource, Reason> unusable,
      Optional<Failed> failed) {}

  /** At what a look at a registry ended. */
  private record Failed(ImageSource source, Reason because) {}

  /** Looks at once, for the server may have been away, and from then on at the interval. */
  void start() {
    if (!registries.equals(ImageRegistries.NONE)) {
      lookAtAll();
    }
  }

  private void lookAtAll() {
    SortedMap<String, List<ImageSource>> followed = followed();
    troubles.keep(followed.values().stream().flatMap(List::stream).toList());
    followed.forEach((host, sources) -> look(host, failedLast(host, sources)));
    double factor = 1 - JITTER + 2 * JITTER * random.nextDouble();
    scheduler.after(Duration.ofMillis(Math.round(interval.toMillis() * factor)), this::lookAtAll);
  }

  /** What any application follows, each once, by registry. */
  private SortedMap<String, List<ImageSource>> followed() {
    SortedMap<String, List<ImageSource>> byHost = new TreeMap<>();
    worlds.all().values().stream()
        .flatMap(ImagePoller::definitions)
        .flatMap(definition -> Images.followed(definition).stream())
        .distinct()
        .sorted(Comparator.comparing(ImageSource::toString))
        .forEach(source ->
            byHost.merge(
                source.registries(),
                List.of(source),
                (some, one) -> Stream.concat(some.stream(), one.stream()).toList()));
    return byHost;
  }

  /** A registry may fail at one thing alone, which is not to stand before all others. */
  private List<ImageSource> failedLast(String host, List<ImageSource> sources) {
    return Optional.ofNullable(failed.get(host))
        .map(last ->
            sources.stream()
                .sorted(Comparator.comparing(source -> source.equals(last.source())))
                .toList())
        .orElse(sources);
  }

  private static Stream<ApplicationDefinition> definitions(World world) {
    return world.declared().applications().values().stream().map(it -> it.definition());
  }

  private void look(String host, List<ImageSource> sources) {
    if (vain.isWaiting(host, clock.instant()) || !looking.add(host)) {
      return;
    }
    workers.execute(
        Answers.laneOf(sources.getFirst()),
        () -> {
          Looked looked = ask(sources);
          scheduler.execute(() -> looked(host, looked));
        });
  }

  private Looked ask(List<ImageSource> sources) {
    Map<ImageSource, PinnedImage> images = new LinkedHashMap<>();
    Map<ImageSource, Reason> unusable = new LinkedHashMap<>();
    for (ImageSource source : sources) {
      switch (registries.image(source)) {
        case Reading.Read<PinnedImage>(PinnedImage image) -> images.put(source, image);
        case Reading.Unusable<PinnedImage>(Reason because) -> unusable.put(source, because);
        case Reading.Unavailable<PinnedImage>(Reason because) -> {
          return new Looked(images, unusable, Optional.of(new Failed(source, because)));
        }
      }
    }
    return new Looked(images, unusable, Optional.empty());
  }

  private void looked(String host, Looked looked) {
    looking.remove(host);
    looked.failed().ifPresentOrElse(at -> inVain(host, at), () -> notInVain(host));
    troubles.tell(looked.images().keySet(), looked.unusable());
    worlds
        .all()
        .forEach((organisation, world) -> {
          List<ImageRepository> moved = moved(world, looked.images());
          if (!moved.isEmpty()) {
            hint(organisation, moved);
          }
        });
  }

  private void inVain(String host, Failed at) {
    vain.again(host, clock.instant());
    Optional<Failed> before = Optional.ofNullable(failed.put(host, at));
    if (before.filter(it -> it.because().code().equals(at.because().code())).isEmpty()) {
      journal.warn(
          "The registry %s cannot be asked, and is tried again: %s"
              .formatted(host, at.because().sentence()));
    }
  }

  private void notInVain(String host) {
    vain.noMore(host);
    if (failed.remove(host) != null) {
      journal.info("The registry " + host + " can be asked again");
    }
  }

  /** The repositories of what is another image than some application knows. */
  private static List<ImageRepository> moved(World world, Map<ImageSource, PinnedImage> images) {
    Set<ImageRepository> moved = new TreeSet<>();
    definitions(world)
        .forEach(definition ->
            Images.followed(definition).stream()
                .filter(source ->
                    Optional.ofNullable(images.get(source))
                        .filter(image -> !knows(world, definition, source, image.digest()))
                        .isPresent())
                .forEach(source -> moved.add(source.repository())));
    return moved.stream().limit(REPOSITORIES_PER_HINT_MAX).toList();
  }

  private static boolean knows(
      World world, ApplicationDefinition definition, ImageSource source, Digest digest) {
    return world
        .images()
        .of(definition.name(), source)
        .map(ImageState::digest)
        .filter(digest::equals)
        .isPresent();
  }

  private void hint(Organisation organisation, List<ImageRepository> repositories) {
    hints.send(
        organisation,
        "images",
        Bytes.ofUtf8(repositories.toString()),
        new Event.ImagesHinted(repositories));
  }
}
