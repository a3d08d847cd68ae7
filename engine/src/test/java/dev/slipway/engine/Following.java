package dev.slipway.engine;

import static dev.slipway.engine.Fixtures.sha;

import dev.slipway.model.Digest;
import dev.slipway.model.command.Command;
import dev.slipway.model.definition.ApplicationDefinition;
import dev.slipway.model.definition.ParameterDefinition;
import dev.slipway.model.definition.ParameterType;
import dev.slipway.model.event.Event;
import dev.slipway.model.image.ImageChoice;
import dev.slipway.model.image.ImageRepository;
import dev.slipway.model.image.ImageSource;
import dev.slipway.model.image.ImageTag;
import dev.slipway.model.image.VersionRange;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** A shop whose images are followed. */
final class Following {

  static final ImageRepository REPOSITORY = new ImageRepository("registry.example/team/shop");
  static final ImageSource STABLE = tagged(REPOSITORY, "stable");
  static final ImageSource NEWEST =
      new ImageSource(REPOSITORY, new ImageChoice.Newest(new VersionRange("1.x")));
  static final Digest ONE = Fixtures.digest("image one");
  static final Digest TWO = Fixtures.digest("image two");

  private Following() {}

  static ImageSource tagged(ImageRepository repository, String tag) {
    return new ImageSource(repository, new ImageChoice.Tagged(new ImageTag(tag)));
  }

  static ParameterDefinition parameter(String name, ImageSource source) {
    return new ParameterDefinition(
        name, new ParameterType.Image(Optional.of(source)), Optional.empty());
  }

  /** The definition with a parameter for each, called image-1, image-2 and so on. */
  static ApplicationDefinition following(ApplicationDefinition definition, ImageSource... sources) {
    return definition.taking(
        Optional.of(
            IntStream.rangeClosed(1, sources.length)
                .mapToObj(n -> parameter("image-" + n, sources[n - 1]))
                .toList()));
  }

  static ApplicationDefinition shop(ImageSource... sources) {
    return following(Fixtures.shop(Fixtures.web("bin/web")), sources);
  }

  /** The shop is there with commit 1, and nothing was read of registries. */
  static Given added(ApplicationDefinition definition) {
    Given given = new Given();
    given.git.push(Fixtures.MAIN, sha(1), definition);
    given.when(new Command.AddApplication(Fixtures.REPOSITORY, Optional.of("main"), Fixtures.PATH));
    return given;
  }

  static Then hint(Given given) {
    return given.when(new Event.ImagesHinted(List.of(REPOSITORY)));
  }
}
