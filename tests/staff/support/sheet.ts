/** Reads the spreadsheets that the console hands out. */
import { readFileSync } from 'node:fs';
import readExcelFile from 'read-excel-file/node';

/** @returns the rows of a workbook's first sheet */
export async function readSheet(file: string): Promise<unknown[][]> {
  const [sheet] = await readExcelFile(readFileSync(file));
  return sheet?.data ?? [];
}
