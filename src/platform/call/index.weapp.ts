import Taro from '@tarojs/taro';

/** Opens the dialler with the number filled in; the reader still presses call. */
export function openDialler(number: string): void {
  // Refusing the dialler's sheet rejects too, which is no failure.
  Taro.makePhoneCall({ phoneNumber: number }).catch(() => undefined);
}
