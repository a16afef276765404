package io.souschef.models.onnx;

import ai.djl.Model;
import ai.djl.engine.Engine;
import ai.djl.engine.EngineException;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtLoggingLevel;
import io.souschef.skills.failure.MachineException;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes models of ONNX Runtime, whose native environment lives as long as the process. */
public final class OnnxEngine {

  private static final Logger LOG = LoggerFactory.getLogger(OnnxEngine.class);
  private static final String NAME = "OnnxRuntime";

  private OnnxEngine() {}

  /** A model that is still to be loaded. Several threads may open models side by side. */
  public static synchronized Model newModel(String name) {
    try {
      NativeLibrary.provide();
      Engine.getEngine(NAME); // before other classes of ONNX Runtime, which would set it up wrongly
      if (!Environment.KEPT) {
        LOG.debug("The process may crash when it is ended while a model computes");
      }
      return Model.newInstance(name, NAME);
    } catch (EngineException | LinkageError e) {
      throw new MachineException(
          "ONNX Runtime's native library cannot be loaded (%s); the temporary folder and ~/.djl.ai, or the folder that DJL_CACHE_DIR names, must be writable and on a disk that may hold programs"
              .formatted(Tokenizers.reason(e)),
          e);
    }
  }

  /**
   * ONNX Runtime for Java closes its environment in a shutdown hook. Hooks run side by side and
   * beside all threads: on Ctrl-C a pass that still runs would lose the environment under its feet
   * and crash the process. The native side counts the environment's owners, so one owner more, who
   * never lets go, keeps it open; Java's side has no public way to become one.
   */
  private static final class Environment {
    static final boolean KEPT = keep();

    private static boolean keep() {
      OrtEnvironment.getEnvironment(); // loads the native library
      try {
        Field api = Class.forName("ai.onnxruntime.OnnxRuntime").getDeclaredField("ortApiHandle");
        Method create =
            OrtEnvironment.class.getDeclaredMethod(
                "createHandle", long.class, int.class, String.class);
        api.setAccessible(true);
        create.setAccessible(true);
        create.invoke(
            null,
            api.getLong(null),
            OrtLoggingLevel.ORT_LOGGING_LEVEL_WARNING.getValue(),
            "souschef");
        return true;
      } catch (ReflectiveOperationException | RuntimeException e) {
        LOG.debug("Another ONNX Runtime than expected", e);
        return false;
      }
    }
  }
}
