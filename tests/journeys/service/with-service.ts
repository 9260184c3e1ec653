import { beginningOf, type Journey, type ServiceHands } from '../language';

/** Runs something with the service that a journey needs, at the journey's own time; with none where it needs none. */
export async function withService(
  { service: needed, phone }: Journey,
  { h5 }: { h5?: string },
  work: (service: ServiceHands | undefined) => Promise<void>,
): Promise<void> {
  if (!needed) return work(undefined);
  const { localService } = await import('./local');
  const service = await localService({ startsAt: beginningOf(phone), ...(h5 ? { h5 } : {}) });
  try {
    await work(service);
  } finally {
    await service.close();
  }
}
