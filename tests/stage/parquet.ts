import { type DataType, tableFromArrays, tableToIPC } from "@uwdata/flechette";
import { Compression, Table, WriterPropertiesBuilder, writeParquet as write } from "parquet-wasm/node";

interface Options {
  types?: Record<string, DataType>;
  codec?: keyof typeof Compression;
  hasDictionary?: boolean;
  rowsPerGroup?: number;
}

/** The bytes of a Parquet file of the given columns. */
export function writeParquet(
  columns: Record<string, unknown[]>,
  { types, codec = "SNAPPY", hasDictionary = true, rowsPerGroup }: Options = {},
) {
  const ipc = tableToIPC(tableFromArrays(columns, types ? { types } : {}), { format: "stream" }) as Uint8Array;
  const properties = new WriterPropertiesBuilder().setCompression(Compression[codec]).setDictionaryEnabled(hasDictionary);
  const grouped = rowsPerGroup === undefined ? properties : properties.setMaxRowGroupSize(rowsPerGroup);
  return write(Table.fromIPCStream(ipc), grouped.build());
}
