/** Why a workbook cannot be read: a code of `spreadsheet-refusal.ts`, which the process that waits makes its own. */
export class WorkbookRefused extends Error {
  /**
   * @param {import("../spreadsheet-refusal").FileRefusalCode} code
   * @param {string} detail
   * @param {number | null} row
   */
  constructor(code, detail = "", row = null) {
    super(code);
    this.code = code;
    this.detail = detail;
    this.row = row;
  }
}
