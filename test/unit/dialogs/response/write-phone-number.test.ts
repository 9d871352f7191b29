import { writePhoneNumber } from '../../../../dialogs/response/write-phone-number.ts';

describe('writePhoneNumber', () => {
  test.each([
    ['+819012345678', '090-1234-5678'],
    ['+81312345678', '03-1234-5678'],
    ['+81112345678', '0112345678'],
    ['+14155550123', '(415) 555-0123'],
    ['AB123456', 'AB123456'],
    ['+819012', '+819012'],
  ])('writes %s as %s', (given, written) => {
    expect(writePhoneNumber(given)).toBe(written);
  });
});
