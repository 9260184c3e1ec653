import { normalise } from '@yugong/domain/typing';

describe('normalise', () => {
  it.each([
    ['１３８００１３８０００', '13800138000'],
    ['138 0013 8000', '13800138000'],
    [' 138-0013-8000　', '13800138000'],
    ['＋86 138 0013 8000', '13800138000'],
    ['0086 13800138000', '13800138000'],
    ['\u202a13800138000\u202c', '13800138000'],
    ['(023)6351 2351', '02363512351'],
    ['12351', '12351'],
    // 86 is a country code only before a whole mobile number.
    ['8613', '8613'],
    ['', ''],
  ])('reads the telephone number %j as %s', (typed, read) => expect(normalise('tel', typed)).toBe(read));

  it.each([
    ['１２，３４５', '12345'],
    ['12。5', '12.5'],
    ['-3', '-3'],
    ['3 000', '3000'],
  ])('reads the number %j as %s', (typed, read) => expect(normalise('number', typed)).toBe(read));

  it.each([
    ['110105 19491231 002x', '11010519491231002X'],
    ['１１０１０５１９４９１２３１００２Ｘ', '11010519491231002X'],
    ['11010519491231002×', '11010519491231002X'],
    ['11010519491231-002X', '11010519491231002X'],
  ])('reads the identity number %j as %s', (typed, read) => expect(normalise('id-number', typed)).toBe(read));

  it.each([
    ['tel', '138 找老张', '138 找老张'],
    ['number', '三千', '三千'],
    ['number', '1.2.3', '1.2.3'],
    ['id-number', '护照 E1234', '护照 E1234'],
  ] as const)('keeps what it does not understand: %s %s', (kind, typed, kept) =>
    expect(normalise(kind, typed)).toBe(kept),
  );

  it('only trims a text', () => expect(normalise('text', '　张 三，１号\u200b ')).toBe('张 三，１号'));

  it.each(['tel', 'number', 'id-number', 'text'] as const)('does nothing the second time: %s', (kind) => {
    for (const typed of ['＋86 138-0013 8000', '１２，３４５。', '110105x', ' a b ']) {
      const once = normalise(kind, typed);
      expect(normalise(kind, once)).toBe(once);
    }
  });
});
