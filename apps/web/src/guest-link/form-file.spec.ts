import { readFormFile } from './form-file.js';

const type = 'multipart/form-data; boundary=x1';
const body = (...parts: string[]) =>
  Buffer.from([...parts.map((part) => `--x1\r\n${part}\r\n`), '--x1--\r\n'].join(''), 'latin1');
const file = (bytes: string) =>
  `Content-Disposition: form-data; name="photo"; filename="a.jpg"\r\nContent-Type: image/jpeg\r\n\r\n${bytes}`;

describe('the file in a form', () => {
  it('is found byte for byte, whatever stands before it', () => {
    const bytes = '\xff\xd8\x00\r\n--x\r\n\r\n\xff\xd9';
    const field = 'Content-Disposition: form-data; name="a"\r\n\r\n1';
    expect(readFormFile(body(field, file(bytes)), type)?.toString('latin1')).toBe(bytes);
    expect(readFormFile(body(file('')), type)?.length).toBe(0);
    expect(readFormFile(body(file(bytes)), 'multipart/form-data; boundary="x1"')?.toString('latin1')).toBe(bytes);
  });

  it('is not found in what is cut off, has no boundary or no file', () => {
    expect(readFormFile(body(file('abc')).subarray(0, 80), type)).toBeUndefined();
    expect(readFormFile(body(file('abc')), 'multipart/form-data')).toBeUndefined();
    expect(readFormFile(body('Content-Disposition: form-data; name="a"\r\n\r\n1'), type)).toBeUndefined();
    expect(readFormFile(Buffer.from('--x1'.repeat(5_000)), type)).toBeUndefined();
  });
});
