package dev.slipway.ledger.sql;

/**
 * Is told of every write that is to outlive a crash, right before it is asked of the disk and right
 * after the disk has confirmed it; so that writes can be counted, and crashes placed. It is called
 * by the writing thread and must be quick. Implementations are thread-safe.
 */
public interface DurableWrites {

  /** Nobody is told. */
  DurableWrites UNOBSERVED =
      new DurableWrites() {
        @Override
        public void before(What what) {}

        @Override
        public void after(What what) {}
      };

  /** The kinds of durable write; each waits for the disk once. */
  enum What {
    /** A group of the database. */
    COMMIT,
    /** A file's content, under a temporary name. */
    CONTENT,
    /** A file gets its name. */
    NAME
  }

  void before(What what);

  void after(What what);
}
