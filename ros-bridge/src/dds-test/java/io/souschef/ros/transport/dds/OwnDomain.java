package io.souschef.ros.transport.dds;

/** DDS domains of this process, so that builds beside it on one machine are not heard. */
final class OwnDomain {

  /** The first of two; both at most 101, below the ports that systems give away (RTPS 9.6.1.1). */
  static final int FIRST = 2 + 2 * (int) (ProcessHandle.current().pid() % 49);

  static final int SECOND = FIRST + 1;

  private OwnDomain() {}
}
