package dev.slipway.app.port;

import dev.slipway.loop.port.Journal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells operators through the log; what is written there comes from us, never whole from outside.
 */
public final class LogJournal implements Journal {

  private static final Logger LOG = LoggerFactory.getLogger("slipway");

  @Override
  public void info(String message) {
    LOG.info("{}", message);
  }

  @Override
  public void warn(String message) {
    LOG.warn("{}", message);
  }

  @Override
  public void alarm(String message, Throwable cause) {
    LOG.error("{}", message, cause);
  }
}
