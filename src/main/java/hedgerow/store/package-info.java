/// Bytes at rest: margin models in their files.
///
/// ```
/// scenarios/<id>@<version>.yaml -> ModelReader -> MarginModel -> ModelStore, by name
///        YamlDocument -> YamlValue, YamlFields (typed reads that gather every fault)
/// ```
@NullMarked
package hedgerow.store;

import org.jspecify.annotations.NullMarked;
