# The service with the app for browsers and the console. `docker build -t yugong .`, then see docs/deploy.md.
FROM node:22-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
COPY packages/content/package.json packages/content/
COPY packages/domain/package.json packages/domain/
COPY packages/tokens/package.json packages/tokens/
COPY server/package.json server/
COPY staff/package.json staff/
RUN npm ci
COPY . .
RUN npm run build:service && npm run build:h5 && npm run build:staff

FROM node:22-bookworm-slim
WORKDIR /app
COPY --from=build /app/dist/service dist/service
COPY --from=build /app/dist/h5 dist/h5
COPY --from=build /app/dist/staff dist/staff
COPY --from=build /app/dist/on-site dist/on-site
COPY --from=build /app/packages/content/collections packages/content/collections
COPY --from=build /app/node_modules/@photostructure/sqlite node_modules/@photostructure/sqlite
COPY --from=build /app/node_modules/node-gyp-build node_modules/node-gyp-build
COPY --from=build /app/node_modules/sharp node_modules/sharp
COPY --from=build /app/node_modules/@img node_modules/@img
COPY --from=build /app/node_modules/detect-libc node_modules/detect-libc
COPY --from=build /app/operator*.json ./
ENV NODE_ENV=production HOST=0.0.0.0 PORT=8787 YUGONG_DATA=/data YUGONG_DEMO=0
RUN install -d -o node -g node -m 0700 /data
USER node
VOLUME /data
EXPOSE 8787
# `readyz` says no while the database is away or the disk is full; a balancer asks it, and so does compose.
HEALTHCHECK --interval=15s --timeout=5s --start-period=30s \
  CMD ["node", "-e", "fetch('http://127.0.0.1:8787/readyz').then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "dist/service/main.mjs"]
