import { readS3Address } from './s3.client.js';

describe('readS3Address', () => {
  it('reads key, secret, host, bucket, region and transport', () => {
    expect(readS3Address('s3://a%3Ab:s%2Fc@store:8333/estrade?tls=0&region=eu-1')).toEqual({
      bucket: 'estrade',
      endpoint: 'http://store:8333',
      region: 'eu-1',
      accessKeyId: 'a:b',
      secretAccessKey: 's/c',
    });
    expect(readS3Address('s3://a:b@store.example/x').endpoint).toBe('https://store.example');
  });

  it.each(['s3://a:b@store', 's3://a:b@store/', 's3://a:b@store/x/y'])('refuses %s', (address) => {
    expect(() => readS3Address(address)).toThrow(/STORAGE_URL/);
  });
});
