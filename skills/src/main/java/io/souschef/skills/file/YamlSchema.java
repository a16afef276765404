package io.souschef.skills.file;

import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.PathType;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The JSON Schema of a kind of YAML files. Immutable and safe to share.
 *
 * @param home a class of the package in which it stands
 * @param resource its name there
 */
public record YamlSchema(Class<?> home, String resource) {

  /** Schemas never change, and reading one takes longer than meeting it. */
  private static final Map<YamlSchema, JsonSchema> READ = new ConcurrentHashMap<>();

  JsonSchema schema() {
    return READ.computeIfAbsent(this, YamlSchema::read);
  }

  /** Another resource of the same package. */
  InputStream open(String name) {
    return Resource.open(home, name);
  }

  private JsonSchema read() {
    try (InputStream in = open(resource)) {
      SchemaValidatorsConfig config =
          SchemaValidatorsConfig.builder().pathType(PathType.JSON_POINTER).build();
      return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(in, config);
    } catch (IOException e) {
      throw new IllegalStateException(resource + " in the jar cannot be read", e);
    }
  }
}
