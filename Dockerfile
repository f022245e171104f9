FROM node:20 AS web
WORKDIR /source
COPY schema.graphql ./
COPY src/CaseManager.Web src/CaseManager.Web
COPY .npmrc ./
RUN npm ci --prefix src/CaseManager.Web && npm run build --prefix src/CaseManager.Web

FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
WORKDIR /source
# Package lists first: what rarely changes is restored once.
COPY global.json Directory.Build.props Directory.Packages.props .editorconfig ./
COPY src/CaseManager.Domain/*.csproj src/CaseManager.Domain/packages.lock.json src/CaseManager.Domain/
COPY src/CaseManager.Server/*.csproj src/CaseManager.Server/packages.lock.json src/CaseManager.Server/
COPY tools/shims tools/shims
RUN dotnet restore src/CaseManager.Server --locked-mode
COPY src src
COPY --from=web /source/src/CaseManager.Web/dist src/CaseManager.Web/dist
RUN dotnet publish src/CaseManager.Server -c Release --no-restore -o /app

FROM mcr.microsoft.com/dotnet/aspnet:10.0
WORKDIR /app
COPY --from=build /app .
# The image's own ordinary user. Nothing is written to the container: facts live in PostgreSQL.
USER $APP_UID
ENV ASPNETCORE_ENVIRONMENT=Production ASPNETCORE_HTTP_PORTS=8080
EXPOSE 8080
ENTRYPOINT ["dotnet", "CaseManager.Server.dll"]
