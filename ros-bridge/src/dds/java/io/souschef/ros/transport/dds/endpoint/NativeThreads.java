package io.souschef.ros.transport.dds.endpoint;

import com.sun.jna.Function;
import com.sun.jna.Native;
import com.sun.jna.NativeLibrary;
import com.sun.jna.Platform;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.IntByReference;
import com.sun.jna.ptr.PointerByReference;
import java.nio.file.Path;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Threads of the middleware leave the virtual machine when they end. The binding attaches them when
 * they first call Java and never detaches them, so that the machine keeps threads that are no more:
 * whoever asks for their processor time, a flight recording or jstack, ends the whole process. Here
 * each gets a thread-local value whose destructor is the machine's own function for detaching.
 */
final class NativeThreads {

  private static final Logger LOG = LoggerFactory.getLogger(NativeThreads.class);

  /** Where DetachCurrentThread stands in the table of JNI's invocation interface. */
  private static final int DETACH = 5;

  /**
   * What a thread is marked with.
   *
   * @param set pthread_setspecific
   * @param key of the thread-local value, as pthread_key_create gave it
   * @param machine the JavaVM
   */
  private record Mark(Function set, int key, Pointer machine) {}

  private static final Optional<Mark> MARK = mark();

  private static final ThreadLocal<Boolean> MARKED =
      ThreadLocal.withInitial(
          () -> {
            MARK.ifPresent(
                mark -> mark.set().invokeInt(new Object[] {mark.key(), mark.machine()}));
            return true;
          });

  private NativeThreads() {}

  /** To be called first by whatever the middleware calls; of use once a thread. */
  static void detachAtTheirEnd() {
    MARKED.get();
  }

  /** Only Linux's keys and file names are known; elsewhere threads stay attached. */
  private static Optional<Mark> mark() {
    if (!Platform.isLinux()) {
      return Optional.empty();
    }
    try {
      Path file = Path.of(System.getProperty("java.home"), "lib", "server", "libjvm.so");
      PointerByReference machine = new PointerByReference();
      NativeLibrary.getInstance(file.toString())
          .getFunction("JNI_GetCreatedJavaVMs")
          .invokeInt(new Object[] {machine, 1, new IntByReference()});
      Pointer detach =
          machine.getValue().getPointer(0).getPointer((long) DETACH * Native.POINTER_SIZE);
      NativeLibrary process = NativeLibrary.getProcess();
      IntByReference key = new IntByReference();
      int failure =
          process.getFunction("pthread_key_create").invokeInt(new Object[] {key, detach});
      return failure == 0
          ? Optional.of(
              new Mark(
                  process.getFunction("pthread_setspecific"), key.getValue(), machine.getValue()))
          : Optional.empty();
    } catch (UnsatisfiedLinkError e) {
      LOG.debug("Threads of the middleware stay attached", e);
      return Optional.empty();
    }
  }
}
