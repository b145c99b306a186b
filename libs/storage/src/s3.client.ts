import { createHash } from 'node:crypto';
import { S3Client } from '@aws-sdk/client-s3';

export interface S3Address {
  bucket: string;
  endpoint: string;
  region: string;
  accessKeyId: string;
  secretAccessKey: string;
}

/** Reads `s3://KEY:SECRET@host:port/bucket?region=us-east-1&tls=1`; TLS is on unless `tls=0`. */
export function readS3Address(address: string): S3Address {
  const url = new URL(address);
  const bucket = url.pathname.replace(/^\/+|\/+$/g, '');
  if (!bucket || bucket.includes('/') || !url.hostname) {
    throw new TypeError('STORAGE_URL must look like s3://KEY:SECRET@host:port/bucket.');
  }
  return {
    bucket,
    endpoint: `${url.searchParams.get('tls') === '0' ? 'http' : 'https'}://${url.host}`,
    region: url.searchParams.get('region') ?? 'us-east-1',
    accessKeyId: decodeURIComponent(url.username),
    secretAccessKey: decodeURIComponent(url.password),
  };
}

/** A client that any S3-compatible store understands: path addresses, checksums only where asked for. */
export function openS3Client({ endpoint, region, accessKeyId, secretAccessKey }: S3Address): S3Client {
  const client = new S3Client({
    endpoint,
    region,
    credentials: { accessKeyId, secretAccessKey },
    forcePathStyle: true,
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
    maxAttempts: 4,
  });
  // OpenStack Swift refuses a DeleteObjects without this header.
  client.middlewareStack.add(
    (next, context) => (args) => {
      const request = args.request as { body?: string | Uint8Array; headers: Record<string, string> };
      if (context.commandName === 'DeleteObjectsCommand' && request.body) {
        request.headers['content-md5'] = createHash('md5').update(request.body).digest('base64');
      }
      return next(args);
    },
    { step: 'build', priority: 'low', name: 'contentMd5' },
  );
  return client;
}
