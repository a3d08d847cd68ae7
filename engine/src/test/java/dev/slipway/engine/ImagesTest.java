package dev.slipway.engine;

import static dev.slipway.engine.Fixtures.sha;
import static dev.slipway.engine.Following.NEWEST;
import static dev.slipway.engine.Following.ONE;
import static dev.slipway.engine.Following.REPOSITORY;
import static dev.slipway.engine.Following.STABLE;
import static dev.slipway.engine.Following.TWO;
import static dev.slipway.engine.Following.added;
import static dev.slipway.engine.Following.hint;
import static dev.slipway.engine.Following.shop;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.model.Digest;
import dev.slipway.model.command.Command;
import dev.slipway.model.entry.Entry;
import dev.slipway.model.entry.ImageMoved;
import dev.slipway.model.event.Event;
import dev.slipway.model.image.ImageBase;
import dev.slipway.model.image.ImageRepository;
import dev.slipway.model.image.ImageSource;
import dev.slipway.model.image.ImageTag;
import dev.slipway.model.image.PinnedImage;
import dev.slipway.model.image.Rebased;
import dev.slipway.model.need.Need;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Images that applications follow: hinted at, read back, and written once when they moved. */
class ImagesTest {

  private static List<ImageMoved> moves(Given given) {
    return given.ledger().stream()
        .map(recorded -> recorded.entry())
        .filter((Entry entry) -> entry instanceof ImageMoved)
        .map(ImageMoved.class::cast)
        .toList();
  }

  @Test
  void what_is_meant_now_is_asked_of_the_registry_and_written() {
    Given given = added(shop(STABLE));
    given.git.image(STABLE, "stable", ONE);
    Then then = hint(given);
    ImageMoved moved = then.one(ImageMoved.class);
    assertThat(moved.digest()).isEqualTo(ONE);
    assertThat(moved.before()).isEmpty();
    assertThat(moved.n()).isEqualTo(1);
    assertThat(then.asked()).containsExactly(new Need.ImageOf(STABLE));
  }

  @Test
  void however_many_hints_come_of_one_push_it_moved_once() {
    Given given = added(shop(STABLE));
    given.git.image(STABLE, "stable", ONE);
    hint(given);
    hint(given).nothingBecause("image-known");
    given.git.image(STABLE, "stable", TWO);
    hint(given);
    hint(given).nothingBecause("image-known");
    hint(given).nothingBecause("image-known");
    assertThat(moves(given)).extracting(ImageMoved::digest).containsExactly(ONE, TWO);
    assertThat(moves(given).getLast().before()).contains(ONE);
  }

  @Test
  void a_tag_that_goes_there_and_back_moved_twice() {
    Given given = added(shop(STABLE));
    for (Digest digest : List.of(ONE, TWO, ONE)) {
      given.git.image(STABLE, "stable", digest);
      hint(given);
    }
    assertThat(moves(given)).extracting(ImageMoved::n).containsExactly(1L, 2L, 3L);
    assertThat(moves(given)).extracting(ImageMoved::digest).containsExactly(ONE, TWO, ONE);
  }

  @Test
  void another_tag_for_the_same_image_is_no_other_image() {
    Given given = added(shop(NEWEST));
    given.git.image(NEWEST, "1.4.0", ONE);
    hint(given);
    given.git.image(NEWEST, "1.4.1", ONE);
    hint(given).nothingBecause("image-known");
    given.git.image(NEWEST, "1.5.0", TWO);
    assertThat(hint(given).one(ImageMoved.class).tag()).isEqualTo(new ImageTag("1.5.0"));
  }

  @Test
  void nobody_is_asked_of_what_nobody_follows() {
    Given given = added(shop(STABLE));
    Then then =
        given.when(new Event.ImagesHinted(List.of(new ImageRepository("registry.example/other"))));
    then.nothingBecause("image-not-followed");
    assertThat(then.asked()).isEmpty();
  }

  @Test
  void a_registry_that_calls_itself_otherwise_is_understood_by_the_path() {
    Given given = added(shop(STABLE));
    given.git.image(STABLE, "stable", ONE);
    Then then =
        given.when(new Event.ImagesHinted(List.of(new ImageRepository("registry:5000/team/shop"))));
    assertThat(then.one(ImageMoved.class).source()).isEqualTo(STABLE);
  }

  @Test
  void where_the_host_is_one_that_is_followed_the_same_path_elsewhere_is_not_asked() {
    ImageSource elsewhere =
        Following.tagged(new ImageRepository("mirror.example/team/shop"), "stable");
    Given given = added(shop(STABLE, elsewhere));
    given.git.image(STABLE, "stable", ONE).image(elsewhere, "stable", TWO);
    assertThat(hint(given).asked()).containsExactly(new Need.ImageOf(STABLE));
  }

  @Test
  void news_of_a_base_has_those_looked_at_that_stand_on_it_and_no_others() {
    ImageBase run = new ImageBase(new ImageRepository("bases.example/run"), new ImageTag("13"));
    ImageSource based = new ImageSource(REPOSITORY, STABLE.choice(), Optional.of(run));
    Given given = added(shop(STABLE, based));
    given.git.image(STABLE, "stable", ONE).image(based, "stable", TWO);
    Event news = new Event.ImagesHinted(List.of(run.repository()));
    Then then = given.when(news);
    assertThat(then.asked()).containsExactly(new Need.ImageOf(based));
    assertThat(then.one(ImageMoved.class).source()).isEqualTo(based);
    given.when(news).nothingBecause("image-known");
    given
        .when(new Event.ImagesHinted(List.of(new ImageRepository("bases.example/other"))))
        .nothingBecause("image-not-followed");
  }

  @Test
  void of_what_an_image_was_made_is_written_and_another_base_alone_is_another_image() {
    ImageBase run = new ImageBase(new ImageRepository("bases.example/run"), new ImageTag("13"));
    ImageSource based = new ImageSource(REPOSITORY, STABLE.choice(), Optional.of(run));
    Rebased made = new Rebased(new ImageTag("stable"), ONE, Fixtures.digest("a base"));
    Given given = added(shop(based));
    given.git.image(based, "stable", ONE);
    assertThat(hint(given).one(ImageMoved.class).rebased()).isEmpty();
    given.git.image(
        based,
        new PinnedImage(REPOSITORY, new ImageTag("stable-slipway-0"), TWO, Optional.of(made)));
    assertThat(hint(given).one(ImageMoved.class).rebased()).contains(made);
    hint(given).nothingBecause("image-known");
  }

  @Test
  void a_registry_that_is_away_changes_nothing_and_a_later_hint_finds_it() {
    Given given = added(shop(STABLE));
    given.git.image(STABLE, "stable", ONE).registriesAway(true);
    hint(given).nothingBecause("source-unavailable");
    given.git.registriesAway(false);
    assertThat(hint(given).one(ImageMoved.class).digest()).isEqualTo(ONE);
  }

  @Test
  void a_tag_that_is_not_there_changes_nothing() {
    hint(added(shop(STABLE))).nothingBecause("image-not-there");
  }

  @Test
  void two_that_follow_the_same_are_told_by_one_reading() {
    Given given = added(shop(STABLE, STABLE, NEWEST));
    given.git.image(STABLE, "stable", ONE).image(NEWEST, "1.4.0", TWO);
    Then then = hint(given);
    assertThat(then.all(ImageMoved.class)).hasSize(2);
    assertThat(then.asked())
        .containsExactlyInAnyOrder(new Need.ImageOf(STABLE), new Need.ImageOf(NEWEST));
  }

  @Test
  void what_is_not_followed_any_more_is_forgotten_and_seen_anew_when_it_is_again() {
    Given given = added(shop(STABLE));
    given.git.image(STABLE, "stable", ONE).image(NEWEST, "1.4.0", ONE);
    hint(given);
    given.git.push(Fixtures.MAIN, sha(2), shop(NEWEST));
    given.whenHinted(Fixtures.MAIN);
    assertThat(given.world().images().of(Fixtures.SHOP, STABLE)).isEmpty();
    hint(given);
    given.git.push(Fixtures.MAIN, sha(3), shop(STABLE));
    given.whenHinted(Fixtures.MAIN);
    ImageMoved again = hint(given).one(ImageMoved.class);
    assertThat(again.n()).isEqualTo(1);
    assertThat(again.before()).isEmpty();
  }

  @Test
  void a_removed_application_follows_nothing() {
    Given given = added(shop(STABLE));
    given.git.image(STABLE, "stable", ONE);
    hint(given);
    given.when(new Command.RemoveApplication(Fixtures.SHOP));
    assertThat(given.world().images().byApplication()).isEmpty();
    given.when(new Event.ImagesHinted(List.of(REPOSITORY))).nothingBecause("image-not-followed");
  }
}
