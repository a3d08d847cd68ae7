package dev.slipway.app.guide;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShownTest {

  @ParameterizedTest
  @CsvSource({
    "'Added hello.',          'Added hello.',             true",
    "'Added hello.',          'Added hullo.',             false",
    "'Added hello.',          'Added hello.\nAnd more.',  false",
    "'A …, b',                'A 3f2c1a9, b',             true",
    "'A …, b',                'A 3f2c1a9\n, b',           false",
    "'NAME  AGE',             'NAME      AGE   ',         true",
    "'first\n…\nlast',        'first\nlast',              true",
    "'first\n…\nlast',        'first\nx\ny\nlast',        true",
    "'first\n…\nlast',        'first\nx',                 false",
    "'a.c (d)',               'abc (d)',                  false"
  })
  void what_is_shown_is_what_was_printed(String shown, String printed, boolean same) {
    assertThat(Shown.isAll(shown, printed)).isEqualTo(same);
  }
}
