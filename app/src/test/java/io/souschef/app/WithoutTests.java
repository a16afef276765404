package io.souschef.app;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;

/** Leaves out tests, also those that other modules publish in jars. */
public final class WithoutTests implements ImportOption {

  private static final ImportOption IN_FOLDERS = new DoNotIncludeTests();

  @Override
  public boolean includes(Location location) {
    return IN_FOLDERS.includes(location) && !location.contains("-tests.jar");
  }
}
