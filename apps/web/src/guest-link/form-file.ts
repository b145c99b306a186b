/** Bytes of an uploaded file that a guest may send at most. */
export const fileMax = 12 * 1024 * 1024;

/**
 * The one file of a `multipart/form-data` body (RFC 7578): the first part with a file name; undefined when there is
 * none. Other parts are passed over.
 */
export function readFormFile(body: Buffer, contentType: string): Buffer | undefined {
  const boundary = /boundary=(?:"([^"]{1,70})"|([^\s;]{1,70}))/i.exec(contentType);
  if (!boundary) return undefined;
  const mark = Buffer.from(`--${boundary[1] ?? boundary[2]}`);
  let at = body.indexOf(mark);
  for (let parts = 0; at >= 0 && parts < 20; parts += 1) {
    const head = body.indexOf('\r\n\r\n', at);
    const next = head < 0 ? -1 : body.indexOf(Buffer.concat([Buffer.from('\r\n'), mark]), head);
    if (head < 0 || next < 0) return undefined;
    const headers = body.subarray(at, head).toString('latin1');
    if (/content-disposition:[^\r\n]*filename/i.test(headers)) return body.subarray(head + 4, next);
    at = next + 2;
  }
  return undefined;
}
